import { and, eq, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { event, type Writing } from '../audit/event.ts';
import { inChunks } from '../db/chunks.ts';
import type { ProvinceDb } from '../db/open.ts';
import { expecting, failedPrecondition } from '../db/precondition.ts';
import { formVersions } from '../db/province/forms.ts';
import { rounds, roundUnits } from '../db/province/rounds.ts';
import { scorecards } from '../db/province/scorecards.ts';
import { submissions } from '../db/province/submissions.ts';
import { resultsChanged } from '../db/results-version.ts';
import { unchanged as unchangedUnits, unitsOn, unitsVersion } from '../units/store.ts';
import type { Addition } from './add-units.ts';
import type { Opening } from './open-round.ts';
import { unchanged } from './store.ts';
import type { RoundRow } from './wire.ts';

const withVersion = (db: ProvinceDb, id: string) =>
  db.read
    .select({ round: rounds, version: formVersions })
    .from(rounds)
    .innerJoin(formVersions, eq(formVersions.id, rounds.formVersionId))
    .where(eq(rounds.id, id));

/** Everything that opening a round on a day (YYYY-MM-DD) depends on, in one round trip. */
export async function openingState(db: ProvinceDb, id: string, today: string) {
  const [round, standing, [found]] = await db.read.batch([withVersion(db, id), unitsOn(db, today), unitsVersion(db)]);
  return { ...round[0], units: standing, unitsVersion: found!.version };
}

const inserts = (db: ProvinceDb, opening: Pick<Opening, 'units' | 'submissions' | 'scorecards'>) => [
  ...inChunks(opening.units).map((chunk) => db.write.insert(roundUnits).values(chunk)),
  ...inChunks(opening.submissions).map((chunk) => db.write.insert(submissions).values(chunk)),
  ...inChunks(opening.scorecards).map((chunk) => db.write.insert(scorecards).values(chunk)),
];

/**
 * Freezes the units and opens, all or nothing, and gives the round as it is then. Aborts with `state` when it was opened
 * meanwhile, with `revision` when it or any unit was changed.
 */
export async function insertOpening(
  db: ProvinceDb,
  round: RoundRow,
  { units, unitsHash, unitsVersion, ...files }: Opening,
  by: Writing,
): Promise<RoundRow> {
  const change = { openedAt: by.now, unitsHash, openingProblem: null, revision: round.revision + 1 };
  await db.write.batch([
    db.write.run(expecting('state', sql`coalesce((SELECT opened_at IS NULL FROM rounds WHERE id = ${round.id}), 1)`)),
    db.write.run(unchanged(round)),
    db.write.run(expecting('revision', unchangedUnits.all(unitsVersion))),
    event(
      db,
      by,
      'round.open',
      `round:${round.id}`,
      { units: units.length, unitsHash },
      { before: round, after: { ...round, ...change } },
    ),
    db.write.update(rounds).set(change).where(eq(rounds.id, round.id)),
    resultsChanged(db, round.id),
    ...inserts(db, { units, ...files }),
  ]);
  return { ...round, ...change };
}

/** The drafts whose time to open has come. */
export const dueRounds = (db: ProvinceDb, now: string) =>
  db.read
    .select({ id: rounds.id })
    .from(rounds)
    .where(and(isNull(rounds.openedAt), lte(rounds.opensAt, now)))
    .orderBy(rounds.opensAt, rounds.id);

/** Notes why a round could not open by itself; once for each reason, however often and by however many runs it is tried. */
export async function noteOpeningProblem(db: ProvinceDb, round: RoundRow, code: string, by: Writing): Promise<boolean> {
  const isNews = and(
    eq(rounds.id, round.id),
    isNull(rounds.openedAt),
    or(isNull(rounds.openingProblem), ne(rounds.openingProblem, code)),
  );
  try {
    await db.write.batch([
      db.write.run(expecting('state', sql`EXISTS (SELECT 1 FROM rounds WHERE ${isNews})`)),
      event(
        db,
        by,
        'round.open-failed',
        `round:${round.id}`,
        { problem: code },
        {
          before: { openingProblem: round.openingProblem },
          after: { openingProblem: code },
        },
      ),
      db.write
        .update(rounds)
        .set({ openingProblem: code, revision: sql`${rounds.revision} + 1` })
        .where(eq(rounds.id, round.id)),
    ]);
    return true;
  } catch (error) {
    if (failedPrecondition(error) === 'state') return false;
    throw error;
  }
}

/** Everything that adding units to a round depends on, in one round trip. */
export async function additionState(db: ProvinceDb, id: string, today: string) {
  const [round, standing, [found], frozen, files] = await db.read.batch([
    withVersion(db, id),
    unitsOn(db, today),
    unitsVersion(db),
    db.read.select().from(roundUnits).where(eq(roundUnits.roundId, id)).orderBy(roundUnits.position),
    db.read
      .select({ communeId: submissions.communeId, submittedAt: submissions.submittedAt })
      .from(submissions)
      .where(eq(submissions.roundId, id)),
  ]);
  return { ...round[0], units: standing, unitsVersion: found!.version, frozen, submissions: files };
}

/** Aborts with `revision` when the round or any unit was changed since it was read, with `state` when a commune handed in its file. */
export async function insertAddition(
  db: ProvinceDb,
  round: RoundRow,
  addition: Addition,
  reason: string,
  by: Writing,
): Promise<RoundRow> {
  const { units, unitsHash, unitsVersion, affected } = addition;
  const change = { unitsHash, revision: round.revision + 1 };
  const ofAffected = and(eq(submissions.roundId, round.id), inArray(submissions.communeId, affected));
  await db.write.batch([
    db.write.run(unchanged(round)),
    db.write.run(expecting('revision', unchangedUnits.all(unitsVersion))),
    db.write.run(
      expecting(
        'state',
        sql`NOT EXISTS (SELECT 1 FROM submissions WHERE ${ofAffected} AND ${submissions.submittedAt} IS NOT NULL)`,
      ),
    ),
    event(
      db,
      by,
      'round.add-units',
      `round:${round.id}`,
      { reason, units: units.map(({ unitId }) => unitId), unitsHash },
      { before: round, after: { ...round, ...change } },
    ),
    db.write.update(rounds).set(change).where(eq(rounds.id, round.id)),
    resultsChanged(db, round.id),
    ...inserts(db, addition),
    db.write
      .update(submissions)
      .set({
        inputsVersion: sql`${submissions.inputsVersion} + 1`,
        revision: sql`${submissions.revision} + 1`,
        updatedAt: by.now,
      })
      .where(ofAffected),
  ]);
  return { ...round, ...change };
}
