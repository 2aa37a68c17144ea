import type { Writing } from '../audit/event.ts';
import type { ProvinceDb } from '../db/open.ts';
import { failedPrecondition } from '../db/precondition.ts';
import type { Env } from '../env.ts';
import { log, withoutParameters } from '../http/log.ts';
import { scoreRow } from '../scores/score-row.ts';
import { scoringState } from '../scores/store.ts';
import { settingsOf, settingsRow } from '../settings/store.ts';
import { activeProvinces, tenantOf } from '../tenancy/tenant.ts';
import { duePurges, purgesOf } from './due.ts';
import {
  beginPurge,
  type CommuneInRound,
  communesToPurge,
  contentsOfCommune,
  purgeCommune,
  roundsToKeep,
} from './store.ts';

/** How many communes of one province one run empties; the next run, a minute later, goes on. */
const BATCH = 100;

/** What another run did meanwhile, or what has to wait for a score, is as good as done. */
const unlessOvertaken = (write: Promise<void>) =>
  write.catch((error: unknown) => {
    if (failedPrecondition(error) === null) throw error;
  });

/**
 * Empties one commune. The event says whether what is deleted is what the score rests on; null where nobody can tell, because
 * there is no score or an earlier round's answers, which the score's hash is of too, are gone.
 */
async function empty(db: ProvinceDb, place: CommuneInRound, by: Writing): Promise<void> {
  const { answers, counts, answersHash, isEarlierGone } = await contentsOfCommune(db, place);
  const state = await scoringState(db, place.roundId, place.communeId, by.now);
  const hash = state && answersHash !== null && !isEarlierGone ? (await scoreRow(state)).answersHash : null;
  const detail = { ...counts, answersHash, isWhatWasScored: hash === null ? null : hash === answersHash };
  await unlessOvertaken(purgeCommune(db, { ...place, answers, detail }, by));
}

async function purgeProvince(env: Env, code: string, requestId: string): Promise<void> {
  const { db } = await tenantOf(env, code, requestId);
  const by = (): Writing => {
    return { actor: { kind: 'system', id: 'retention' }, requestId, now: new Date().toISOString() };
  };
  const [rows, rounds, left] = await db.read.batch([settingsRow(db), roundsToKeep(db), communesToPurge(db, BATCH)]);
  const settings = settingsOf(rows);
  const due = duePurges(purgesOf(rounds, settings, by().now), by().now);
  for (const { round } of due) await unlessOvertaken(beginPurge(db, round, settings, by()));
  const communes = due.length > 0 ? await communesToPurge(db, BATCH) : left;
  for (const place of communes) await empty(db, place, by());
  if (communes.length > 0) log('retention.purged', { requestId, province: code, communes: communes.length });
}

/**
 * Deletes the answers that were kept as long as each province wants. What a crash leaves half-way the next run finishes; the
 * failure of one province does not keep the others waiting.
 */
export async function purgeAnswers(env: Env, requestId: string): Promise<void> {
  for (const code of await activeProvinces(env, requestId)) {
    try {
      await purgeProvince(env, code, requestId);
    } catch (error) {
      log('retention.failed', { requestId, province: code, error: withoutParameters(error) });
    }
  }
}
