import type { Writing } from '../audit/event.ts';
import { newId } from '../db/id.ts';
import { failedPrecondition } from '../db/precondition.ts';
import { chain, log, withoutParameters } from '../http/log.ts';
import { Problem } from '../http/problem.ts';
import { forgetTenant } from '../tenancy/tenant.ts';
import { HostError } from './database-host.ts';
import type { Fleet } from './fleet.ts';
import { newLease, type ProvinceRow, stepAfter } from './job.ts';
import { perform } from './perform.ts';
import { finishStep, noteFailure, takeJob } from './store.ts';

/** A failure in words for the operator: what a host said, or the database's own code; never what was sent. */
export function reasonOf(error: unknown): string {
  if (error instanceof HostError) return error.message;
  const causes = [...chain(error)];
  const coded = causes.find((cause) => 'code' in cause && typeof cause.code === 'string');
  if (coded) return `${(coded as Error & { code: string }).code}: ${withoutParameters(coded).slice(0, 200)}`;
  return causes[0] ? withoutParameters(causes[0]).slice(0, 200) : 'unknown';
}

/**
 * Goes on with a province's job until it is done, and returns the province. One at a time does so: throws `province_busy` while
 * another is at it, and `database_step_failed` with the reason when a step failed, which the registry then says too.
 */
export async function runJob(fleet: Fleet, code: string, by: Omit<Writing, 'now'>): Promise<ProvinceRow> {
  const lease = newLease(newId(), fleet.now());
  let row = await takeJob(fleet.control, code, lease, fleet.now());
  if (!row) throw new Problem('province_busy');
  while (row.job !== null) {
    const { job, jobStep: step } = row;
    if (step === null) throw new Error(`province ${code} has the job ${job} and no step`);
    try {
      const performed = await perform(fleet, row, step);
      const finished = { step, next: stepAfter(job, step), lease, ...performed };
      row = await finishStep(fleet.control, row, finished, { ...by, now: fleet.now() });
    } catch (error) {
      if (failedPrecondition(error)) throw new Problem('province_busy');
      const reason = reasonOf(error);
      log('provinces.step_failed', { requestId: fleet.requestId, province: code, job, step, reason });
      await noteFailure(fleet.control, code, lease, reason, fleet.now());
      throw new Problem('database_step_failed', [], { step, reason });
    } finally {
      forgetTenant(code);
    }
  }
  return row;
}
