import type { Value } from './format.ts';
import { rowLine } from './rows.ts';
import { type Asks, quoted, type TableShape } from './schema.ts';

/** What a page should come to, in characters. sqld refuses answers of more than 10 MB, and a page is all that is in memory. */
const WANTED = 512 * 1024;
const MOST_ROWS = 2000;

/**
 * A table's rows as lines, page after page, in the order of the rowid. The first page is small, because nobody knows yet how long
 * a row is; a page that the server finds too long is asked for again by halves.
 */
export async function* pagesOf(database: Asks, table: TableShape): AsyncGenerator<string[]> {
  let limit = 16;
  let after: Value = null;
  let done = 0;
  for (;;) {
    const rows: Value[][] | null = await database
      .execute(pageOf(table, limit, after, done))
      .then((result) => result.rows.map((row) => Array.from(table.columns, (_, i) => row[i] as Value)))
      .catch((error) => {
        if ((error as { code?: string }).code !== 'RESPONSE_TOO_LARGE' || limit === 1) throw error;
        return null;
      });
    if (rows === null) {
      limit = Math.ceil(limit / 2);
      continue;
    }
    if (rows.length === 0) return;
    const lines = rows.map(rowLine);
    yield lines;
    if (rows.length < limit) return;
    after = rows.at(-1)![0]!;
    done += rows.length;
    const length = lines.reduce((sum, line) => sum + line.length, 0);
    const fitting = Math.floor((WANTED * rows.length) / length);
    limit = Math.max(1, Math.min(fitting, 2 * limit, MOST_ROWS));
  }
}

function pageOf(table: TableShape, limit: number, after: Value, done: number) {
  const columns = table.columns.map((column) => (column === 'rowid' ? 'rowid' : quoted(column))).join(', ');
  const from = `SELECT ${columns} FROM ${quoted(table.name)}`;
  if (!table.hasRowid) return { sql: `${from} ORDER BY ${table.order} LIMIT ? OFFSET ?`, args: [limit, done] };
  const where = after === null ? '' : 'WHERE rowid > ?';
  return { sql: `${from} ${where} ORDER BY rowid LIMIT ?`, args: after === null ? [limit] : [after, limit] };
}
