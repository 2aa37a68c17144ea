import type { Env } from '../env.ts';
import { log, withoutParameters } from '../http/log.ts';
import { activeProvinces, tenantOf } from '../tenancy/tenant.ts';
import { scoreRow } from './score-row.ts';
import { scoringState, staleScores, storeScore } from './store.ts';

/** How many communes of one province one run scores; the next run, a minute later, goes on. */
const BATCH = 100;

async function sweepProvince(env: Env, code: string, requestId: string): Promise<number> {
  const { db } = await tenantOf(env, code, requestId);
  let stored = 0;
  for (const { roundId, communeId } of await staleScores(db, BATCH)) {
    try {
      const state = await scoringState(db, roundId, communeId, new Date().toISOString());
      if (state && (await storeScore(db, await scoreRow(state), requestId))) stored += 1;
    } catch (error) {
      // The name alone: a message about damaged JSON quotes the answers.
      const { name } = error instanceof Error ? error : { name: 'unknown' };
      log('scores.commune_failed', { requestId, province: code, roundId, communeId, error: name });
    }
  }
  return stored;
}

/**
 * Finishes every score that a crash left behind its answers. The failure of one commune or province does not keep the others
 * waiting; it is logged and tried again by the next run.
 */
export async function sweepScores(env: Env, requestId: string): Promise<void> {
  for (const code of await activeProvinces(env, requestId)) {
    try {
      const stored = await sweepProvince(env, code, requestId);
      if (stored > 0) log('scores.swept', { requestId, province: code, stored });
    } catch (error) {
      log('scores.sweep_failed', { requestId, province: code, error: withoutParameters(error) });
    }
  }
}
