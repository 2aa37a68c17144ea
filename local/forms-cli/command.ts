/** What a command ended with, as the shell sees it: all is well, something is wrong with the form, the command was not understood. */
export const exitCodes = { ok: 0, problems: 1, usage: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Where a command writes: results to `out`, and to `err` what is wrong. Each text is one or more whole lines. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
}

export interface Command {
  /** What follows the command's name. */
  usage: string;
  summary: string;
  run(args: readonly string[], output: Output): Promise<ExitCode>;
}

/** The command was called wrongly, or with a file that cannot be had; the message is for the person who called it. */
export class UsageError extends Error {}
