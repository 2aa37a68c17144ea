import { Problem } from '../http/problem.ts';
import { standingOf } from '../tenancy/standing.ts';
import { isHeld, JOBS, type JobKind, type ProvinceRow } from './job.ts';

/** For how long a deletion can be taken back, in days. */
export const GRACE_DAYS = 30;

/** What a province becomes by an act; itself where the act changes nothing. */
type Decision = ProvinceRow | Problem;

const NO_JOB = { job: null, jobStep: null, jobLease: null, jobError: null };

const isGone = (row: ProvinceRow) => row.deletedAt !== null || row.deleteAfter !== null;

const begin = (job: JobKind, now: string, jobStep = JOBS[job][0]!) => ({
  job,
  jobStep,
  jobLease: null,
  jobError: null,
  jobChangedAt: now,
});

/** Where the making of a database begins: with the database, or, where an operator gave its address, with its tables. */
const firstStep = ({ databaseHost }: Pick<ProvinceRow, 'databaseHost'>) => (databaseHost ? 'database' : 'migrate');

export type NewProvince = Pick<
  ProvinceRow,
  'code' | 'name' | 'databaseUrl' | 'sealedToken' | 'databaseHost' | 'databaseName' | 'databaseGroup'
>;

/** Registers a province. One that is still being made goes on; a code whose database was deleted may be used anew. */
export function decideCreate(existing: ProvinceRow | null, wanted: NewProvince, now: string): Decision {
  if (existing && standingOf(existing) === 'being_made')
    return isHeld(existing, now) ? new Problem('province_busy') : existing;
  if (existing && existing.deletedAt === null) return new Problem('province_exists');
  const fresh = { schemaVersion: 0, suspendedAt: null, deleteAfter: null, deletedAt: null, createdAt: now };
  const tokenRotatedAt = wanted.sealedToken === null ? null : now;
  return { ...wanted, ...fresh, tokenRotatedAt, ...begin('create', now, firstStep(wanted)) };
}

export function decideSuspend(row: ProvinceRow, now: string): Decision {
  if (isGone(row)) return new Problem('province_deleted');
  if (row.job === 'create') return new Problem('province_state');
  return row.suspendedAt === null ? { ...row, suspendedAt: now } : row;
}

export function decideResume(row: ProvinceRow): Decision {
  if (isGone(row)) return new Problem('province_deleted');
  if (row.job === 'create') return new Problem('province_state');
  return row.suspendedAt === null ? row : { ...row, suspendedAt: null };
}

/** Takes a province out of service at once; its database goes when the grace period is over. */
export function decideDelete(row: ProvinceRow, now: string): Decision {
  if (row.deletedAt !== null) return new Problem('province_deleted');
  if (row.deleteAfter !== null) return row;
  if (isHeld(row, now)) return new Problem('province_busy');
  const deleteAfter = new Date(Date.parse(now) + GRACE_DAYS * 86_400_000).toISOString();
  return { ...row, ...NO_JOB, deleteAfter };
}

/** Takes a deletion back. What was not finished when it was asked for is begun again. */
export function decideRestore(row: ProvinceRow, now: string): Decision {
  if (row.deletedAt !== null || row.job === 'delete') return new Problem('province_deleted');
  if (row.deleteAfter === null) return row;
  if (row.deleteAfter <= now) return new Problem('province_deleted');
  const restored = { ...row, deleteAfter: null };
  return row.schemaVersion === 0 ? { ...restored, ...begin('create', now, firstStep(row)) } : restored;
}

/** Begins a job on a province that is there, or goes on with it. No job takes the place of another: its last step may be half done. */
export function decideJob(row: ProvinceRow, job: 'rotate' | 'migrate', now: string): Decision {
  if (isGone(row)) return new Problem('province_deleted');
  if (isHeld(row, now)) return new Problem('province_busy');
  if (row.job === job) return row;
  if (row.job === 'create') return new Problem('province_state');
  if (row.job !== null) return new Problem('province_busy');
  return { ...row, ...begin(job, now) };
}

/** A new token for a database that an operator registered by hand; of others the host gives one. */
export function decideToken(row: ProvinceRow, sealedToken: string, now: string): Decision {
  if (isGone(row)) return new Problem('province_deleted');
  if (row.databaseHost !== null || row.job !== null) return new Problem('province_state');
  return { ...row, sealedToken, tokenRotatedAt: now };
}
