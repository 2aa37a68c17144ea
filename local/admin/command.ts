import type { Administration } from '../administration.ts';

/** One of the operator's acts on the command line. */
export interface Command {
  /** The words after the command's name, as the usage shows them. */
  words: string;
  summary: string;
  /** Does it and says in a sentence what was done. Throws `UsageError` for words that cannot be meant. */
  run(admin: Administration, ...words: string[]): Promise<string>;
}

/** The command was not understood; the usage is shown beside the message. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
