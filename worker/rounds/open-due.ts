import type { Writing } from '../audit/event.ts';
import { localDay } from '../db/local-time.ts';
import type { ProvinceDb } from '../db/open.ts';
import { failedPrecondition } from '../db/precondition.ts';
import type { Env } from '../env.ts';
import { log } from '../http/log.ts';
import { Problem } from '../http/problem.ts';
import { activeProvinces, tenantOf } from '../tenancy/tenant.ts';
import { openRound } from './open-round.ts';
import { dueRounds, insertOpening, noteOpeningProblem, openingState } from './opening-store.ts';

/** Opens one round; another run, or somebody by hand, may have been faster, which is as good. */
async function openDue(db: ProvinceDb, roundId: string, by: Writing): Promise<void> {
  const state = await openingState(db, roundId, localDay(by.now));
  const opening = await openRound(state, by.now);
  if (!(opening instanceof Problem)) {
    await insertOpening(db, state.round!, opening, by).catch((error: unknown) => {
      if (failedPrecondition(error) === null) throw error;
    });
  } else if (state.round && opening.code !== 'round_already_opened') {
    await noteOpeningProblem(db, state.round, opening.code, by);
  }
}

async function openInProvince(env: Env, code: string, requestId: string): Promise<void> {
  const { db } = await tenantOf(env, code, requestId);
  for (const { id } of await dueRounds(db, new Date().toISOString())) {
    const by: Writing = { actor: { kind: 'system', id: 'schedule' }, requestId, now: new Date().toISOString() };
    await openDue(db, id, by).catch((error: unknown) => {
      log('rounds.open_failed', { requestId, province: code, roundId: id, error: String(error).split('\nparams:')[0] });
    });
  }
}

/**
 * Opens every draft whose time has come, in all provinces. What cannot be opened says why and is tried again by the next run, a
 * minute later; neither a round nor a province keeps the others waiting.
 */
export async function openDueRounds(env: Env, requestId: string): Promise<void> {
  for (const code of await activeProvinces(env, requestId)) {
    await openInProvince(env, code, requestId).catch((error: unknown) => {
      log('rounds.opening_failed', { requestId, province: code, error: String(error).split('\nparams:')[0] });
    });
  }
}
