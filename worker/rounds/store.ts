import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Act } from '../../web/log/acts.ts';
import { event, type Writing } from '../audit/event.ts';
import type { ProvinceDb } from '../db/open.ts';
import { expecting } from '../db/precondition.ts';
import { formVersions } from '../db/province/forms.ts';
import { rounds } from '../db/province/rounds.ts';
import { submissions } from '../db/province/submissions.ts';
import type { RoundRow } from './wire.ts';

export const allRounds = (db: ProvinceDb) => db.read.select().from(rounds).orderBy(desc(rounds.id));

export const roundById = (db: ProvinceDb, id: string) => db.read.select().from(rounds).where(eq(rounds.id, id));

/** Aborts its batch with `revision` when a round was changed since it was read, or is there no more. */
export const unchanged = ({ id, revision }: RoundRow) =>
  expecting('revision', sql`(SELECT revision = ${revision} FROM rounds WHERE id = ${id})`);

/** What a round is to refer to: when its form version was published, and which of the rounds it names have been opened. */
const referredQueries = (db: ProvinceDb, versionId: string | undefined, roundIds: string[]) =>
  [
    db.read
      .select({ publishedAt: formVersions.publishedAt })
      .from(formVersions)
      .where(eq(formVersions.id, versionId ?? '')),
    db.read
      .select({ id: rounds.id })
      .from(rounds)
      .where(and(inArray(rounds.id, roundIds), isNotNull(rounds.openedAt))),
  ] as const;

export async function creatingState(db: ProvinceDb, versionId: string, roundIds: string[]) {
  const [versions, found] = await db.read.batch(referredQueries(db, versionId, roundIds));
  return { version: versions[0], openedRounds: new Set(found.map(({ id }) => id)) };
}

export async function editingState(db: ProvinceDb, id: string, versionId: string | undefined, roundIds: string[]) {
  const queries = [roundById(db, id), ...referredQueries(db, versionId, roundIds)] as const;
  const [round, versions, found] = await db.read.batch(queries);
  return { round: round[0], version: versions[0], openedRounds: new Set(found.map(({ id }) => id)) };
}

export async function insertRound(db: ProvinceDb, row: RoundRow, by: Writing): Promise<void> {
  const detail = { name: row.name, formVersionId: row.formVersionId };
  await db.write.batch([
    event(db, by, 'round.create', `round:${row.id}`, detail, { after: row }),
    db.write.insert(rounds).values(row),
  ]);
}

/**
 * Ends the extensions that a round's new end makes pointless: one that stayed would close its commune before all others
 * (state.ts, `closingInstant`).
 */
const absorbExtensions = (db: ProvinceDb, roundId: string, end: string | null) =>
  db.write
    .update(submissions)
    .set({ extendedUntil: null })
    .where(
      and(
        eq(submissions.roundId, roundId),
        isNotNull(submissions.extendedUntil),
        end === null ? undefined : sql`${submissions.extendedUntil} <= ${end}`,
      ),
    );

/** Changes a round over exactly the revision that was read, which is aborted with `revision` otherwise; gives it as it is then. */
export async function updateRound(
  db: ProvinceDb,
  before: RoundRow,
  columns: Partial<RoundRow>,
  by: Writing,
  { act, detail }: { act: Act; detail?: Record<string, unknown> },
): Promise<RoundRow> {
  const change = { ...columns, revision: before.revision + 1 };
  const after = { ...before, ...change };
  const newEnd = after.closedAt === null && (columns.closesAt !== undefined || columns.closedAt !== undefined);
  await db.write.batch([
    db.write.run(unchanged(before)),
    event(db, by, act, `round:${before.id}`, detail, { before, after }),
    db.write.update(rounds).set(change).where(eq(rounds.id, before.id)),
    ...(newEnd ? [absorbExtensions(db, before.id, after.closesAt)] : []),
  ]);
  return after;
}

/** Takes a draft away; nothing refers to one. */
export async function deleteRound(db: ProvinceDb, row: RoundRow, by: Writing): Promise<void> {
  const detail = { name: row.name, formVersionId: row.formVersionId };
  await db.write.batch([
    db.write.run(unchanged(row)),
    event(db, by, 'round.delete', `round:${row.id}`, detail, { before: row }),
    db.write.delete(rounds).where(eq(rounds.id, row.id)),
  ]);
}

/**
 * Closes a round now, for everybody: extensions that were given so far end with it. "Now" is after everything that was taken: a
 * save that began after this request and was written before it still came in time. Aborts with `revision`.
 */
export async function closeRound(db: ProvinceDb, row: RoundRow, by: Writing): Promise<RoundRow> {
  const afterTheLast = sql`(SELECT strftime('%Y-%m-%dT%H:%M:%fZ', max(at), '+0.001 seconds') FROM (
    SELECT max(saved_at) AS at FROM responses WHERE round_id = ${row.id}
    UNION ALL SELECT max(submitted_at) FROM submissions WHERE round_id = ${row.id}))`;
  const [, , closed] = await db.write.batch([
    db.write.run(unchanged(row)),
    // When it was closed is decided inside the transaction: the revision stands for it.
    event(db, by, 'round.close', `round:${row.id}`, {}, { before: row, after: { revision: row.revision + 1 } }),
    db.write
      .update(rounds)
      .set({ closedAt: sql`max(${by.now}, coalesce(${afterTheLast}, ''))`, revision: row.revision + 1 })
      .where(eq(rounds.id, row.id))
      .returning(),
    db.write.update(submissions).set({ extendedUntil: null }).where(eq(submissions.roundId, row.id)),
  ]);
  return closed[0]!;
}
