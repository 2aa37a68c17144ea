/** Rows of one INSERT: SQLite takes 32,766 parameters a statement, and no table here has more than 20 columns. */
const ROWS = 1000;

/** A long list in pieces that one INSERT each can carry. */
export function inChunks<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, i) => rows.slice(i * ROWS, (i + 1) * ROWS));
}
