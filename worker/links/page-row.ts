import type { LinkRow } from '../../web/links/view.ts';
import { unitTitle } from '../../web/ui/unit-title.ts';
import { lockedUntil } from './pin-tries.ts';
import type { LinkWithUnit } from './store.ts';
import { linkState } from './wire.ts';

/** A link as the console's list shows it. */
export const rowView = ({ link, unit, commune }: LinkWithUnit, now: string): LinkRow => ({
  id: link.id,
  unit: unitTitle(unit),
  commune: unit.level === 'village' ? unitTitle(commune) : null,
  state: linkState(link, now),
  pin: link.pinHash !== null,
  lockedUntil: lockedUntil(link, now),
  createdAt: link.createdAt,
  lastUsedAt: link.lastUsedAt,
  expiresAt: link.expiresAt,
});
