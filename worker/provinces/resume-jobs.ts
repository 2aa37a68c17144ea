import type { Env } from '../env.ts';
import { log, withoutParameters } from '../http/log.ts';
import { type Fleet, openFleet } from './fleet.ts';
import { isDue } from './job.ts';
import { runJob } from './run-job.ts';
import { allProvinces, beginDueDeletions } from './store.ts';

/** Goes on with every job that was left, and deletes what nobody took back in time. No province keeps another waiting. */
export async function resumeJobs(fleet: Fleet): Promise<void> {
  const now = fleet.now();
  const actor = { kind: 'system' as const, id: 'schedule' };
  const rows = await allProvinces(fleet.control);
  const isOver = rows.some(
    ({ job, deleteAfter, deletedAt }) => !job && !deletedAt && deleteAfter && deleteAfter <= now,
  );
  if (isOver) await beginDueDeletions(fleet.control, now);
  const due = (isOver ? await allProvinces(fleet.control) : rows).filter((row) => isDue(row, now));
  for (const { code } of due) {
    await runJob(fleet, code, { actor, requestId: fleet.requestId }).catch((error: unknown) => {
      log('provinces.job_failed', { requestId: fleet.requestId, province: code, error: withoutParameters(error) });
    });
  }
}

/** The same as the scheduled handler does it. */
export const resumeProvinceJobs = (env: Env, requestId: string): Promise<void> => resumeJobs(openFleet(env, requestId));
