import type { InStatement, ResultSet } from '@libsql/client';
import { BackupError, type SchemaObject } from './format.ts';

/** Whatever runs one statement: a client, or a transaction of it. */
export interface Asks {
  execute(statement: InStatement): Promise<ResultSet>;
}

/** A table as its rows are read and written: with the rowid, by which some orders of insertion are told. */
export interface TableShape {
  name: string;
  columns: string[];
  /** What orders the rows, in SQL; the rowid where the table has one. */
  order: string;
  hasRowid: boolean;
}

/** Where AUTOINCREMENT counts; the only table of SQLite's own whose rows are somebody's. */
export const SEQUENCES = 'sqlite_sequence';

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Names that SQLite and its servers keep for themselves. */
const RESERVED = /^(sqlite_|libsql_|_litestream_)/;

/** All that was created in a database, in the order of creation. */
export async function schemaOf(database: Asks): Promise<SchemaObject[]> {
  const { rows } = await database.execute(
    'SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid',
  );
  const objects = rows.map(({ type, name, sql }) => ({ type, name, sql }) as unknown as SchemaObject);
  const ours = objects.filter(({ name }) => !RESERVED.test(name));
  const virtual = ours.find(({ sql }) => /^\s*CREATE\s+VIRTUAL/i.test(sql));
  if (virtual) throw new BackupError(`The table ${virtual.name} is virtual, which a backup cannot carry.`);
  return ours;
}

/** The tables whose rows travel, and how they are read. */
export async function shapesOf(database: Asks, schema: readonly SchemaObject[]): Promise<TableShape[]> {
  const names = schema.filter(({ type }) => type === 'table').map(({ name }) => name);
  const counted = await database.execute({ sql: 'SELECT 1 FROM sqlite_master WHERE name = ?', args: [SEQUENCES] });
  if (counted.rows.length > 0) names.push(SEQUENCES);
  const shapes: TableShape[] = [];
  for (const name of names) shapes.push(await shapeOf(database, name));
  return shapes;
}

async function shapeOf(database: Asks, name: string): Promise<TableShape> {
  const { rows } = await database.execute({
    sql: `SELECT c.name, c.pk, t.wr FROM pragma_table_xinfo(?1) c, pragma_table_list(?1) t
          WHERE t.schema = 'main' AND c.hidden = 0 ORDER BY c.cid`,
    args: [name],
  });
  const columns = rows.map((row) => String(row.name));
  const hasRowid = rows.every((row) => Number(row.wr) === 0);
  if (hasRowid)
    return { name, columns: ['rowid', ...columns.filter((column) => column !== 'rowid')], order: 'rowid', hasRowid };
  const key = rows.filter((row) => Number(row.pk) > 0).sort((a, b) => Number(a.pk) - Number(b.pk));
  return { name, columns, order: key.map((row) => quoted(String(row.name))).join(', '), hasRowid };
}
