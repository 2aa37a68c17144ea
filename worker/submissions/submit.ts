import type { Writing } from '../audit/event.ts';
import type { ProvinceDb } from '../db/open.ts';
import { log } from '../http/log.ts';
import { scoreRow } from '../scores/score-row.ts';
import { storeScore } from '../scores/store.ts';
import type { CommuneFile, RoundFile, SubmissionRow } from './file.ts';
import { type SubmissionChange, submitFile, withdrawFile } from './submit-store.ts';

/**
 * Stores the score that a file has after a step. The step already made the stored one stale; when this does not happen, the
 * answers are safe and the sweep finishes the score (scores/sweep.ts).
 */
export async function rescore(
  db: ProvinceDb,
  { round, version, units, responses, earlier }: RoundFile,
  submission: SubmissionRow,
  by: Pick<Writing, 'now' | 'requestId'>,
): Promise<void> {
  const { roundId, communeId } = submission;
  try {
    const unitsHash = round.unitsHash ?? '';
    const state = { roundId, communeId, version, unitsHash, units, responses, submission, earlier, now: by.now };
    await storeScore(db, await scoreRow(state), by.requestId);
  } catch (error) {
    // The name alone: a message about a failed statement may quote answers.
    const { name } = error instanceof Error ? error : { name: 'unknown' };
    log('scores.left_to_sweep', { requestId: by.requestId, communeId, error: name });
  }
}

/** Submits and scores: one write that also makes the stored score stale, then one that replaces it. */
export async function submit(db: ProvinceDb, file: CommuneFile, change: SubmissionChange, by: Writing): Promise<void> {
  await rescore(db, file, await submitFile(db, file, change, by), by);
}

/** Withdraws and scores: nothing is known of the commune from then on. */
export async function withdraw(db: ProvinceDb, file: CommuneFile, by: Writing): Promise<SubmissionRow> {
  const withdrawn = await withdrawFile(db, file, by);
  await rescore(db, file, withdrawn, by);
  return withdrawn;
}
