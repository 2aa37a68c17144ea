import { failedPrecondition, isUniqueViolation } from '../db/precondition.ts';

/** Does a write; when what it took for granted has changed meanwhile, looks again and gives what is there now, else null. */
export async function attempt<Current>(
  write: () => Promise<unknown>,
  reopen: () => Promise<Current>,
): Promise<Current | null> {
  try {
    await write();
    return null;
  } catch (error) {
    if (failedPrecondition(error) === null && !isUniqueViolation(error)) throw error;
    return reopen();
  }
}
