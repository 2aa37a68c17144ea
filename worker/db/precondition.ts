import { type SQL, sql } from 'drizzle-orm';

/** Which expectation a refused batch had: another revision was saved, or a state (round, link, file) had changed. */
export type Precondition = 'revision' | 'state';

/** A statement that aborts its batch with `code` unless `holds` is true (migrations/province/0001_precondition.sql). */
export function expecting(code: Precondition, holds: SQL): SQL {
  return sql`INSERT INTO precondition (holds, code) SELECT ${holds}, ${code}`;
}

const messages = function* (error: unknown): Generator<string> {
  for (let cause = error; cause instanceof Error; cause = cause.cause) yield cause.message;
};

/** The expectation that a failed batch names, or null when it failed for another reason. */
export function failedPrecondition(error: unknown): Precondition | null {
  for (const message of messages(error)) {
    const code = /precondition:(revision|state)/.exec(message)?.[1];
    if (code) return code as Precondition;
  }
  return null;
}

/** Whether a batch failed because a row of the same key was there: somebody else was faster. */
export function isUniqueViolation(error: unknown): boolean {
  return [...messages(error)].some((message) => message.includes('UNIQUE constraint failed'));
}
