import type { Writing } from '../audit/event.ts';
import type { ProvinceDb } from '../db/open.ts';
import { log } from '../http/log.ts';
import { scoreRow } from '../scores/score-row.ts';
import { storeScore } from '../scores/store.ts';
import { type CommuneFile, type SubmissionChange, submitFile } from './store.ts';

/**
 * Submits and scores: one write that also makes the stored score stale, then one that replaces it. When the second does not
 * happen, the answers are safe and the sweep finishes the score (scores/sweep.ts).
 */
export async function submit(db: ProvinceDb, file: CommuneFile, change: SubmissionChange, by: Writing): Promise<void> {
  const submission = await submitFile(db, file, change, by);
  const { round, version, units, responses, earlier } = file;
  try {
    const { roundId, communeId } = submission;
    const unitsHash = round.unitsHash ?? '';
    const state = { roundId, communeId, version, unitsHash, units, responses, submission, earlier, now: by.now };
    await storeScore(db, await scoreRow(state), by.requestId);
  } catch (error) {
    log('scores.left_to_sweep', { requestId: by.requestId, communeId: submission.communeId, error: String(error) });
  }
}
