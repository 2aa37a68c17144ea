import type { Act } from '../../web/log/acts.ts';
import type { provinces } from '../db/control.ts';

export type ProvinceRow = typeof provinces.$inferSelect;
export type JobKind = NonNullable<ProvinceRow['job']>;
export type Step = NonNullable<ProvinceRow['jobStep']>;

/**
 * What is done over several calls to other machines, step by step. Each step can be done twice; what it came to is stored together
 * with the step that follows, so that whoever goes on after a crash begins where the registry says.
 */
export const JOBS: Record<JobKind, readonly Step[]> = {
  create: ['database', 'token', 'migrate'],
  rotate: ['token', 'check'],
  migrate: ['migrate'],
  delete: ['drop'],
};

/** What a finished step is recorded as. */
export const ACT_OF_STEP: Record<Step, Act> = {
  database: 'province.make-database',
  token: 'province.new-token',
  check: 'province.check-token',
  migrate: 'province.migrate',
  drop: 'province.drop',
};

/** The step after one, or null when the job is done. */
export function stepAfter(job: JobKind, step: Step): Step | null {
  const steps = JOBS[job];
  return steps[steps.indexOf(step) + 1] ?? null;
}

/** For how long whoever took a job has it to himself, in milliseconds: longer than any step, calls sent again included. */
const LEASE = 180_000;
/** After a failure the job goes on by itself, but not at once. */
const PAUSE = 5 * 60_000;

const later = (now: string, ms: number) => new Date(Date.parse(now) + ms).toISOString();

/** A lease that begins now; instants of equal form compare as text, so a lease that is over is less than now. */
export const newLease = (holder: string, now: string): string => `${later(now, LEASE)} ${holder}`;

export const isHeld = ({ jobLease }: Pick<ProvinceRow, 'jobLease'>, now: string): boolean =>
  jobLease !== null && jobLease > now;

/** Whether the scheduled handler should go on with a job: nobody is at it, and it did not fail just now. */
export function isDue(row: Pick<ProvinceRow, 'job' | 'jobLease' | 'jobError' | 'jobChangedAt'>, now: string): boolean {
  if (row.job === null || isHeld(row, now)) return false;
  return row.jobError === null || (row.jobChangedAt ?? '') < later(now, -PAUSE);
}
