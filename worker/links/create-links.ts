import type { Writing } from '../audit/event.ts';
import type { ProvinceDb } from '../db/open.ts';
import { accept } from '../http/problem.ts';
import { acting, refusing } from '../http/refusing.ts';
import type { RoundRow } from '../rounds/wire.ts';
import { type Creation, decideCreate } from './decide-create.ts';
import { type Maker, type NewLink, newLinks } from './new-link.ts';
import { insertLinks, type WantedUnit, wantedUnits } from './store.ts';
import { MOST_LINKS, type NewLinks, placeOf } from './wire.ts';

/** A link that was just made, with the unit it belongs to. */
export type MadeLink = NewLink & { unit: Omit<WantedUnit, 'place' | 'position' | 'extendedUntil'> };

export interface MadeLinks extends Pick<Creation, 'total' | 'done' | 'nextCursor'> {
  round: RoundRow;
  links: MadeLink[];
}

/**
 * Makes the links of one call, all or none: were some written and the answer lost half-way, nobody would ever see their tokens.
 * Throws the problem that stands against it; `conflict` when another call was faster.
 */
export async function createLinks(
  db: ProvinceDb,
  roundId: string,
  command: NewLinks,
  maker: Omit<Maker, 'createdBy'>,
  by: Writing,
): Promise<MadeLinks> {
  const { unitIds, level = 'commune', limit = MOST_LINKS, cursor, pin: withPin } = command;
  const withoutActiveLink = command.only === 'without-active-link';
  const scope = unitIds ? { unitIds } : { level };
  const wanted = { ...scope, withoutActiveLink, after: placeOf(cursor), limit };
  const state = await wantedUnits(db, roundId, wanted, by.now);
  const { units, expiresAt, ...progress } = accept(decideCreate(state, command, by.now));
  const made = await newLinks(
    units.map(({ unitId, communeId }) => ({ roundId, unitId, communeId, expiresAt, withPin })),
    { ...maker, createdBy: by.actor.id },
    by.now,
  );
  if (made.length > 0) {
    const rows = made.map(({ row }) => row);
    await refusing(insertLinks(db, roundId, rows, { withoutActiveLink }, by), acting);
  }
  return { round: state.round!, links: made.map((link, i) => ({ ...link, unit: units[i]! })), ...progress };
}
