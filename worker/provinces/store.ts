import { and, asc, eq, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Act } from '../../web/log/acts.ts';
import { controlEvent, type Writing } from '../audit/event.ts';
import { renewSessionsIn } from '../auth/session-store.ts';
import { memberships, provinces } from '../db/control.ts';
import type { ControlDb } from '../db/open.ts';
import { expecting } from '../db/precondition.ts';
import { ACT_OF_STEP, type JobKind, type ProvinceRow, type Step } from './job.ts';

export const allProvinces = (db: ControlDb) => db.read.select().from(provinces).orderBy(asc(provinces.code));

export const provinceByCode = (db: ControlDb, code: string) =>
  db.read.select().from(provinces).where(eq(provinces.code, code));

/** What of a province the log proves: everything but how far a job is, and the sealed token itself. */
const recorded = ({
  name,
  databaseUrl,
  databaseName,
  schemaVersion,
  suspendedAt,
  deleteAfter,
  deletedAt,
}: ProvinceRow) => ({
  ...{ name, databaseUrl, databaseName, schemaVersion, suspendedAt, deleteAfter, deletedAt },
});

/** That the row still says what a decision rested on; holds for no row where there was none. */
export function asDecided(before: ProvinceRow | null, code: string): SQL {
  if (!before) return sql`(SELECT count(*) = 0 FROM provinces WHERE code = ${code})`;
  return sql`(SELECT job IS ${before.job} AND job_lease IS ${before.jobLease} AND suspended_at IS ${before.suspendedAt}
    AND delete_after IS ${before.deleteAfter} AND deleted_at IS ${before.deletedAt} FROM provinces WHERE code = ${code})`;
}

/** Writes what was decided, and nothing else of the row; aborts with `state` when the province had changed meanwhile. */
export async function saveProvince(
  db: ControlDb,
  act: Act,
  before: ProvinceRow | null,
  after: ProvinceRow,
  by: Writing,
): Promise<void> {
  const { code } = after;
  // Only what the act changes: a token may have been sealed anew, or a schema noted, since the row was read.
  const set = Object.fromEntries(
    Object.entries(after).filter(([column, value]) => before?.[column as keyof ProvinceRow] !== value),
  );
  const change = { before: before && recorded(before), after: recorded(after) };
  await db.write.batch([
    db.write.run(expecting('state', asDecided(before, code))),
    controlEvent(db, by, act, `province:${code}`, {}, change),
    db.write.insert(provinces).values(after).onConflictDoUpdate({ target: provinces.code, set }),
  ]);
}

/** Takes the job of a province, unless somebody has it; says how far it is, or undefined. */
export const takeJob = (db: ControlDb, code: string, lease: string, now: string): Promise<ProvinceRow | undefined> =>
  db.write
    .update(provinces)
    .set({ jobLease: lease })
    .where(
      and(
        eq(provinces.code, code),
        isNotNull(provinces.job),
        or(isNull(provinces.jobLease), lte(provinces.jobLease, now)),
      ),
    )
    .returning()
    .get();

const isStill = (code: string, lease: string, step: Step) =>
  sql`(SELECT job_lease IS ${lease} AND job_step IS ${step} FROM provinces WHERE code = ${code})`;

export interface Finished {
  step: Step;
  /** Null when the job is done with it. */
  next: Step | null;
  lease: string;
  change: Partial<ProvinceRow>;
  detail: Record<string, unknown>;
}

/** Stores what a step came to, its event and the step that follows; aborts with `state` when the job was taken over. */
export async function finishStep(
  db: ControlDb,
  row: ProvinceRow,
  finished: Finished,
  by: Writing,
): Promise<ProvinceRow> {
  const { step, next, lease, change, detail } = finished;
  const done = { job: null, jobLease: null, jobStep: null };
  const moved = next === null ? done : { jobStep: next };
  const set = { ...change, ...moved, jobError: null, jobChangedAt: by.now };
  const after: ProvinceRow = { ...row, ...set };
  const event = { before: recorded(row), after: recorded(after) };
  const where = eq(provinces.code, row.code);
  await db.write.batch([
    db.write.run(expecting('state', isStill(row.code, lease, step))),
    controlEvent(db, by, ACT_OF_STEP[step], `province:${row.code}`, detail, event),
    db.write.update(provinces).set(set).where(where),
    // Who had a role in a province that is no more has none in one that is made anew under its code.
    ...(step === 'drop'
      ? [db.write.delete(memberships).where(eq(memberships.provinceCode, row.code)), renewSessionsIn(db, row.code)]
      : []),
  ]);
  return after;
}

/** Notes why a step failed and lets go of the job; does nothing when somebody else has it by now. */
export async function noteFailure(db: ControlDb, code: string, lease: string, jobError: string, now: string) {
  await db.write
    .update(provinces)
    .set({ jobError, jobLease: null, jobChangedAt: now })
    .where(and(eq(provinces.code, code), eq(provinces.jobLease, lease)));
}

/** Begins to delete what nobody took back in time. */
export async function beginDueDeletions(db: ControlDb, now: string): Promise<void> {
  const job: JobKind = 'delete';
  await db.write
    .update(provinces)
    .set({ job, jobStep: 'drop', jobError: null, jobChangedAt: now })
    .where(and(lte(provinces.deleteAfter, now), isNull(provinces.deletedAt), isNull(provinces.job)));
}

/** Stores a token under its new seal, unless it was replaced meanwhile. */
export async function reseal(db: ControlDb, row: ProvinceRow, sealedToken: string, by: Writing): Promise<void> {
  const unchanged = sql`(SELECT sealed_token IS ${row.sealedToken} FROM provinces WHERE code = ${row.code})`;
  await db.write.batch([
    db.write.run(expecting('state', unchanged)),
    controlEvent(db, by, 'province.reseal', `province:${row.code}`),
    db.write.update(provinces).set({ sealedToken }).where(eq(provinces.code, row.code)),
  ]);
}

/** Notes that a database is up to date; never takes a newer version back. */
export async function noteSchema(db: ControlDb, row: ProvinceRow, version: number, applied: string[], by: Writing) {
  const schemaVersion = Math.max(row.schemaVersion, version);
  const change = { before: recorded(row), after: recorded({ ...row, schemaVersion }) };
  await db.write.batch([
    controlEvent(db, by, 'province.migrate', `province:${row.code}`, { applied }, change),
    db.write
      .update(provinces)
      .set({ schemaVersion: sql`max(${provinces.schemaVersion}, ${version})` })
      .where(eq(provinces.code, row.code)),
  ]);
}
