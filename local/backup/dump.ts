import { createHash } from 'node:crypto';
import type { Client } from '@libsql/client';
import { BackupError, type Header, type SchemaObject } from './format.ts';
import { pagesOf } from './pages.ts';
import { type Asks, quoted, schemaOf, shapesOf, type TableShape } from './schema.ts';

export interface Dump {
  header: Pick<Header, 'madeAt' | 'migrations' | 'tables' | 'leftOut'>;
  /** The payload's lines, some at a time, each with its line break. */
  lines: AsyncGenerator<string>;
}

/**
 * Reads a whole database as it stood at one moment: everything in one read-only transaction, which waits for no writer and
 * keeps none waiting. Its stream lives as long as it is asked something every ten seconds. `use` is given the state; the
 * transaction ends when it has settled.
 * @param leaveOut tables whose rows stay behind
 */
export async function dumping<T>(
  client: Client,
  leaveOut: readonly string[],
  use: (dump: Dump) => Promise<T>,
): Promise<T> {
  const transaction = await client.transaction('read');
  try {
    const schema = await schemaOf(transaction);
    const madeAt = new Date().toISOString();
    if (!schema.some(({ name }) => name === 'applied_migrations')) {
      throw new BackupError('The database is empty, or is none of this service.');
    }
    const shapes = await shapesOf(transaction, schema);
    const migrations = await transaction.execute('SELECT tag FROM applied_migrations ORDER BY rowid');
    const travelling = shapes.filter(({ name }) => !leaveOut.includes(name));
    const tables: Header['tables'] = [];
    for (const { name } of travelling) tables.push({ name, rows: await countOf(transaction, name) });
    return await use({
      header: {
        madeAt,
        migrations: migrations.rows.map(({ tag }) => String(tag)),
        tables,
        leftOut: shapes.map(({ name }) => name).filter((name) => leaveOut.includes(name)),
      },
      lines: payload(transaction, schema, travelling),
    });
  } finally {
    transaction.close();
  }
}

export async function countOf(database: Asks, table: string): Promise<number> {
  return Number((await database.execute(`SELECT count(*) AS n FROM ${quoted(table)}`)).rows[0]!.n);
}

async function* payload(database: Asks, schema: SchemaObject[], shapes: readonly TableShape[]): AsyncGenerator<string> {
  yield `${JSON.stringify({ schema })}\n`;
  for (const shape of shapes) {
    yield `${JSON.stringify({ table: shape.name, columns: shape.columns })}\n`;
    const digest = createHash('sha256');
    let rows = 0;
    for await (const lines of pagesOf(database, shape)) {
      const text = `${lines.join('\n')}\n`;
      digest.update(text);
      rows += lines.length;
      yield text;
    }
    yield `${JSON.stringify({ end: shape.name, rows, sha256: digest.digest('hex') })}\n`;
  }
}

/** The same digest over a table as it is stored now. */
export async function digestOf(database: Asks, shape: TableShape): Promise<{ rows: number; sha256: string }> {
  const digest = createHash('sha256');
  let rows = 0;
  for await (const lines of pagesOf(database, shape)) {
    digest.update(`${lines.join('\n')}\n`);
    rows += lines.length;
  }
  return { rows, sha256: digest.digest('hex') };
}
