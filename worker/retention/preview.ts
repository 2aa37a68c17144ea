import type { ProvinceDb } from '../db/open.ts';
import { settingsOf, settingsRow } from '../settings/store.ts';
import { type Purge, purgesOf } from './due.ts';
import { contentsOf, roundsToKeep } from './store.ts';

/** A round whose answers go, when they do, and how much that is. */
export interface PlannedPurge extends Purge {
  /** Units with answers. */
  units: number;
  saves: number;
  links: number;
}

/**
 * What would be deleted, and when, if answers were kept for so many months from now on (null: for good); by the settings as they are
 * where none are given, or the same.
 */
export async function previewPurges(
  db: ProvinceDb,
  months: number | null | undefined,
  now: string,
): Promise<PlannedPurge[]> {
  const [rows, rounds] = await db.read.batch([settingsRow(db), roundsToKeep(db)]);
  const settings = settingsOf(rows);
  const answersKeptMonths = months === undefined ? settings.answersKeptMonths : months;
  const answersKeptSince = settings.answersKeptMonths === answersKeptMonths ? settings.answersKeptSince : now;
  const purges = purgesOf(rounds, { answersKeptMonths, answersKeptSince }, now);
  if (purges.length === 0) return [];
  const contents = new Map(
    (
      await contentsOf(
        db,
        purges.map(({ round }) => round.id),
      )
    ).map(({ roundId, ...counts }) => [roundId, counts]),
  );
  return purges.map((purge) => ({ ...purge, ...(contents.get(purge.round.id) ?? { units: 0, saves: 0, links: 0 }) }));
}
