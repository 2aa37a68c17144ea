import { Problem } from '../http/problem.ts';
import { isOpenFor, roundState } from '../rounds/state.ts';
import type { RoundRow } from '../rounds/wire.ts';
import type { WantedUnit } from './store.ts';
import { cursorAt, MOST_LINKS, type NewLinks } from './wire.ts';

const DAY = 24 * 60 * 60 * 1000;
/** How long a link lives at most, in days: from now, or from the round's end when that is later. */
const DAYS = 90;

/** The last instant up to which a link of a round may live. */
export const latestExpiry = ({ closesAt }: Pick<RoundRow, 'closesAt'>, now: string): string =>
  new Date(Math.max(Date.parse(now), Date.parse(closesAt ?? now)) + DAYS * DAY).toISOString();

interface State {
  round: RoundRow | undefined;
  total: number;
  /** Of the units that were named, those that the round has. */
  named: string[];
  /** The next units without what they are to get, one more than the limit when there are more. */
  units: WantedUnit[];
}

export interface Creation {
  units: WantedUnit[];
  expiresAt: string;
  total: number;
  done: number;
  nextCursor: string | null;
}

/** Which units get a link in this call, and how far the whole is with it. */
export function decideCreate(
  { round, total, named, units }: State,
  { unitIds, limit = MOST_LINKS, expiresAt }: Pick<NewLinks, 'unitIds' | 'limit' | 'expiresAt'>,
  now: string,
): Creation | Problem {
  if (!round) return new Problem('round_unknown');
  if (round.openedAt === null) return new Problem('round_not_open');
  const missing = (unitIds ?? []).filter((id) => !named.includes(id));
  if (missing.length > 0) {
    const errors = missing.map((id) => ({ path: 'unitIds', code: 'unit_unknown', detail: id }));
    return new Problem('unit_unknown', errors);
  }

  const page = units.slice(0, limit);
  // A round that has closed is open for a commune that was given more time.
  const someOpen = roundState(round, now) === 'open' || page.length > 0;
  if (!someOpen || page.some((unit) => !isOpenFor(round, unit, now))) return new Problem('round_closed');

  const latest = latestExpiry(round, now);
  if (expiresAt !== undefined && (expiresAt <= now || expiresAt > latest)) {
    const detail = `must lie between ${now} and ${latest}`;
    return new Problem('invalid_request', [{ path: 'expiresAt', code: 'out_of_range', detail }]);
  }

  const last = units.length > limit ? page.at(-1) : undefined;
  return {
    units: page,
    expiresAt: expiresAt ?? latest,
    total,
    done: last ? last.place : total,
    nextCursor: last ? cursorAt(last.position, last.unitId) : null,
  };
}
