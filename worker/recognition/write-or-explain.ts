import { failedPrecondition } from '../db/precondition.ts';
import { Problem } from '../http/problem.ts';

/**
 * Runs a write. When something that it took for granted has changed meanwhile, it is decided once more over what is there now,
 * which throws the reason; `conflict` when there is none any more.
 */
export async function writeOrExplain(write: () => Promise<void>, decideAgain: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (failedPrecondition(error) === null) throw error;
    await decideAgain();
    throw new Problem('conflict');
  }
}
