/**
 * One statement failed. Reported inside the results of the pipeline; the application sees `code` as
 * `LibsqlError.code`. SQLite's own failures carry the primary code (`SQLITE_CONSTRAINT`, not
 * `SQLITE_CONSTRAINT_UNIQUE`) and a message that starts with `SQLite error: `, as sqld and Turso report them, so
 * that the worker needs one way to recognise a failure wherever its database runs.
 */
export class StatementError extends Error {
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

/** The request breaks the protocol. Answered with an HTTP error; the stream it was for, if any, is closed. */
export class ProtocolError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(message: string, code: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** Translates what the native library throws. Anything that is not SQLite's is a bug and is passed on. */
export function toStatementError(error: unknown): StatementError {
  if (error instanceof StatementError) return error;
  if (!(error instanceof Error) || !('rawCode' in error) || !('code' in error)) throw error;
  const primary = /^SQLITE_[A-Z]+/.exec(String(error.code));
  return new StatementError(`SQLite error: ${error.message}`, primary?.[0] ?? 'SQLITE_UNKNOWN');
}

export function busy(): StatementError {
  return new StatementError('SQLite error: database is locked', 'SQLITE_BUSY');
}
