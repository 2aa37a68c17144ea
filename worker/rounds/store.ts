import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { event, type Writing } from '../audit/event.ts';
import { inChunks } from '../db/chunks.ts';
import type { ProvinceDb } from '../db/open.ts';
import { expecting } from '../db/precondition.ts';
import { formVersions } from '../db/province/forms.ts';
import { rounds, roundUnits } from '../db/province/rounds.ts';
import { scorecards } from '../db/province/scorecards.ts';
import { submissions } from '../db/province/submissions.ts';
import { unitsOn } from '../units/store.ts';
import type { Opening } from './open-round.ts';
import type { RoundRow } from './wire.ts';

export const allRounds = (db: ProvinceDb) => db.read.select().from(rounds).orderBy(desc(rounds.id));

export const roundById = (db: ProvinceDb, id: string) => db.read.select().from(rounds).where(eq(rounds.id, id));

/** What a new round depends on: when its form version was published, and which of the rounds it names exist. */
export async function creatingState(db: ProvinceDb, versionId: string, roundIds: string[]) {
  const [versions, found] = await db.read.batch([
    db.read.select({ publishedAt: formVersions.publishedAt }).from(formVersions).where(eq(formVersions.id, versionId)),
    db.read
      .select({ id: rounds.id })
      .from(rounds)
      .where(and(inArray(rounds.id, roundIds), isNotNull(rounds.openedAt))),
  ]);
  return { version: versions[0], openedRounds: new Set(found.map(({ id }) => id)) };
}

export async function insertRound(db: ProvinceDb, row: RoundRow, by: Writing): Promise<void> {
  const detail = { name: row.name, formVersionId: row.formVersionId };
  await db.write.batch([event(db, by, 'round.create', `round:${row.id}`, detail), db.write.insert(rounds).values(row)]);
}

/** Everything that opening a round depends on, in one round trip; of the units, those that stand `today` (YYYY-MM-DD). */
export async function openingState(db: ProvinceDb, id: string, today: string) {
  const [round, allUnits] = await db.read.batch([
    db.read
      .select({ round: rounds, version: formVersions })
      .from(rounds)
      .innerJoin(formVersions, eq(formVersions.id, rounds.formVersionId))
      .where(eq(rounds.id, id)),
    unitsOn(db, today),
  ]);
  return { ...round[0], units: allUnits };
}

/** Freezes the units and opens, all or nothing; aborts with the precondition `state` when the round was opened meanwhile. */
export async function insertOpening(db: ProvinceDb, roundId: string, opening: Opening, by: Writing): Promise<void> {
  await db.write.batch([
    db.write.run(expecting('state', sql`(SELECT opened_at IS NULL FROM rounds WHERE id = ${roundId})`)),
    event(db, by, 'round.open', `round:${roundId}`, { units: opening.units.length, unitsHash: opening.unitsHash }),
    db.write.update(rounds).set({ openedAt: by.now, unitsHash: opening.unitsHash }).where(eq(rounds.id, roundId)),
    ...inChunks(opening.units).map((chunk) => db.write.insert(roundUnits).values(chunk)),
    ...inChunks(opening.submissions).map((chunk) => db.write.insert(submissions).values(chunk)),
    ...inChunks(opening.scorecards).map((chunk) => db.write.insert(scorecards).values(chunk)),
  ]);
}

/** Closes a round now, for everybody: extensions that were given so far end with it. */
export async function closeRound(db: ProvinceDb, id: string, by: Writing): Promise<void> {
  await db.write.batch([
    event(db, by, 'round.close', `round:${id}`),
    db.write
      .update(rounds)
      .set({ closedAt: by.now, revision: sql`${rounds.revision} + 1` })
      .where(eq(rounds.id, id)),
    db.write.update(submissions).set({ extendedUntil: null }).where(eq(submissions.roundId, id)),
  ]);
}
