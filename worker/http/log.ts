/** One line of JSON for the platform's log. Never pass tokens, keys, answers or whole errors of a request's body. */
export function log(event: string, detail: Record<string, unknown>): void {
  console.log(JSON.stringify({ event, ...detail }));
}

/** The errors behind an error, itself first. */
export function* chain(error: unknown): Generator<Error> {
  for (let cause = error; cause instanceof Error; cause = cause.cause) yield cause;
}

/** An error for the log. drizzle puts a query's parameters behind its message: answers and addresses, which belong into no log. */
export const withoutParameters = (error: unknown): string => String(error).split('\nparams:')[0]!;
