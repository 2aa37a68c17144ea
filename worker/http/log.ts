/** One line of JSON for the platform's log. Never pass tokens, keys, answers or whole errors of a request's body. */
export function log(event: string, detail: Record<string, unknown>): void {
  console.log(JSON.stringify({ event, ...detail }));
}

/** The errors behind an error, itself first. */
export function* chain(error: unknown): Generator<Error> {
  for (let cause = error; cause instanceof Error; cause = cause.cause) yield cause;
}

/**
 * An error for the log. drizzle puts a query's parameters behind its message, and JSON that cannot be read stands in the message of
 * its error: answers and addresses, which belong into no log.
 */
export const withoutParameters = (error: unknown): string =>
  error instanceof SyntaxError ? error.name : String(error).split('\nparams:')[0]!;

/** An error without its message, which may name an address. */
export const nameOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};
