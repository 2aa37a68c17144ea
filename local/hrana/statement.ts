import type { Connection } from './database-file.ts';
import { StatementError, toStatementError } from './errors.ts';
import type { DescribeResult, StatementRequest, StatementResult } from './protocol.ts';
import type { SqlStatement } from './sql-text.ts';
import { fromNative, type NativeValue, toNative } from './values.ts';

type Arguments = Pick<StatementRequest, 'args' | 'named_args'>;

const CHANGING_VERBS = new Set(['INSERT', 'REPLACE', 'UPDATE', 'DELETE']);

/** Runs one statement to its end. Throws `StatementError`; SQLite then keeps or rolls back as its own rules say. */
export function runStatement(
  connection: Connection,
  statement: SqlStatement,
  request: Arguments & { want_rows: boolean },
): StatementResult {
  try {
    const values = bind(statement, request);
    const prepared = connection.prepare(statement.text);
    const columns = prepared.columns();
    const counts = CHANGING_VERBS.has(statement.verb) && !statement.isExplain;
    if (columns.length === 0) {
      const done = prepared.run(values);
      return { cols: [], rows: [], ...(counts ? changes(connection, statement.verb, done) : NO_CHANGES) };
    }
    const rows = prepared.raw(true).all(values) as NativeValue[][];
    return {
      cols: columns.map((column) => ({ name: column.name, decltype: column.type })),
      rows: request.want_rows ? rows.map((row) => row.map(fromNative)) : [],
      ...(counts ? changes(connection, statement.verb) : NO_CHANGES),
    };
  } catch (error) {
    throw toStatementError(error);
  }
}

/** What a statement takes and gives, without running it. */
export function describeStatement(connection: Connection, statement: SqlStatement): DescribeResult {
  try {
    const columns = connection.prepare(statement.text).columns();
    return {
      params: statement.parameters.map((name) => ({ name })),
      cols: columns.map((column) => ({ name: column.name, decltype: column.type })),
      is_explain: statement.isExplain,
      is_readonly: !statement.writes,
    };
  } catch (error) {
    throw toStatementError(error);
  }
}

const NO_CHANGES = { affected_row_count: 0, last_insert_rowid: null };

type Changes = Pick<StatementResult, 'affected_row_count' | 'last_insert_rowid'>;

/**
 * How many rows the last statement changed, and the rowid it inserted. The library reports them for statements that
 * return no rows, the rowid as a double: beyond 2^53 it has to be asked for again.
 */
function changes(
  connection: Connection,
  verb: string,
  done?: { changes: number; lastInsertRowid: number | bigint },
): Changes {
  const inserts = verb === 'INSERT' || verb === 'REPLACE';
  if (done && (!inserts || Number.isSafeInteger(done.lastInsertRowid))) {
    return { affected_row_count: done.changes, last_insert_rowid: inserts ? String(done.lastInsertRowid) : null };
  }
  const asked = connection.prepare('SELECT changes(), last_insert_rowid()').raw(true).all() as [bigint, bigint][];
  const [count, rowid] = asked[0]!;
  return { affected_row_count: Number(count), last_insert_rowid: inserts ? String(rowid) : null };
}

/**
 * The values in the order of SQLite's parameter numbers. A name may come with or without its prefix and wins over a
 * position. Throws `ARGS_INVALID` for an argument without a parameter and for a parameter without an argument (but an
 * EXPLAIN runs nothing, so it needs none).
 */
function bind(statement: SqlStatement, request: Arguments): NativeValue[] {
  const { parameters } = statement;
  const named = new Map(request.named_args.map((argument) => [argument.name, argument.value]));
  for (const name of named.keys()) {
    if (!parameters.some((parameter) => parameter !== null && (parameter === name || parameter.slice(1) === name))) {
      throw mismatch(`there is no parameter ${name}`);
    }
  }
  if (request.args.length > parameters.length) {
    throw mismatch(`expected ${parameters.length} values, found ${request.args.length}`);
  }
  return parameters.map((parameter, index) => {
    const byName = parameter === null ? undefined : (named.get(parameter) ?? named.get(parameter.slice(1)));
    const value = byName ?? request.args[index];
    if (value) return toNative(value);
    if (statement.isExplain) return null;
    throw mismatch(`no value for parameter ${parameter ?? index + 1}`);
  });
}

function mismatch(message: string): StatementError {
  return new StatementError(`Arguments do not match SQL parameters: ${message}`, 'ARGS_INVALID');
}
