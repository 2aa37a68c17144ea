import type { Client, InStatement } from '@libsql/client';
import { digestOf } from './dump.ts';
import { BackupError, type SchemaObject } from './format.ts';
import type { OpenBackup } from './read-file.ts';
import { quoted, SEQUENCES, schemaOf, shapesOf } from './schema.ts';

/** Says of a database that it is being filled; gone when it is whole. */
const MARK = 'unfinished_restore';

/** A batch that no server refuses and that memory does not feel. */
const BATCH_ROWS = 250;
const BATCH_LENGTH = 512 * 1024;

/**
 * Whether a database may be filled: it is empty, or holds what a restore left that did not come to its end, which is then
 * cleared away. False when it holds anything else, and nothing was done.
 */
export async function makeRoom(client: Client): Promise<boolean> {
  const schema = await schemaOf(client);
  if (schema.length === 0) return true;
  if (!schema.some(({ name }) => name === MARK)) return false;
  const of = (type: SchemaObject['type']) => schema.filter((object) => object.type === type);
  // The mark goes last, so that a crash in here is taken up again.
  const tables = of('table').sort((a, b) => Number(a.name === MARK) - Number(b.name === MARK));
  await client.migrate([
    ...of('trigger').map(({ name }) => `DROP TRIGGER IF EXISTS ${quoted(name)}`),
    ...of('view').map(({ name }) => `DROP VIEW IF EXISTS ${quoted(name)}`),
    ...tables.map(({ name }) => `DROP TABLE IF EXISTS ${quoted(name)}`),
  ]);
  return true;
}

/**
 * Fills an empty database from a backup that was checked: tables, rows, then indexes, views and triggers, so that no trigger
 * acts on what was acted on long ago. Reads everything back and compares it. The mark stays until `finish`.
 */
export async function load(client: Client, backup: OpenBackup): Promise<void> {
  await client.migrate([`CREATE TABLE ${MARK} (sha256 TEXT)`, `INSERT INTO ${MARK} VALUES ('${backup.sha256}')`]);
  const digests = new Map<string, string>();
  let schema: SchemaObject[] = [];
  let insert = '';
  let batch: InStatement[] = [];
  let length = 0;
  const flush = async () => {
    // Without foreign keys, as the rows come table by table; they are checked when all are there.
    if (batch.length > 0) await client.migrate(batch);
    batch = [];
    length = 0;
  };
  for await (const line of backup.lines()) {
    if ('row' in line) {
      batch.push({ sql: insert, args: line.row });
      length += line.row.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 16), 0);
      if (batch.length >= BATCH_ROWS || length >= BATCH_LENGTH) await flush();
    } else if ('schema' in line) {
      schema = line.schema;
      await client.migrate(schema.filter(({ type }) => type === 'table').map(({ sql }) => sql));
    } else if ('table' in line) {
      const columns = line.columns.map((column) => (column === 'rowid' ? 'rowid' : quoted(column)));
      insert = `INSERT INTO ${quoted(line.table)} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
      // Counted up by the rows before it; what was counted at home is what goes on.
      if (line.table === SEQUENCES) batch.push(`DELETE FROM ${SEQUENCES}`);
    } else {
      digests.set(line.end, line.sha256);
      await flush();
    }
  }
  await client.migrate(schema.filter(({ type }) => type !== 'table').map(({ sql }) => sql));
  await compare(client, schema, digests);
}

/** Takes the mark away: the database is whole. */
export async function finish(client: Client): Promise<void> {
  await client.execute(`DROP TABLE ${MARK}`);
}

async function compare(client: Client, schema: SchemaObject[], digests: ReadonlyMap<string, string>): Promise<void> {
  const stored = (await schemaOf(client)).filter(({ name }) => name !== MARK);
  const texts = (objects: readonly SchemaObject[]) =>
    objects.map(({ type, name, sql }) => `${type} ${name} ${sql}`).sort();
  if (JSON.stringify(texts(stored)) !== JSON.stringify(texts(schema))) {
    throw new BackupError('The database keeps its tables, indexes and triggers otherwise than the backup has them.');
  }
  for (const shape of await shapesOf(client, stored)) {
    const digest = digests.get(shape.name);
    if (digest !== undefined && (await digestOf(client, shape)).sha256 !== digest) {
      throw new BackupError(`The rows of ${shape.name} were not stored as they are in the backup.`);
    }
  }
}
