import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@libsql/client/http';
import { onTestFinished } from 'vitest';
import { administration } from '../administration.ts';
import { createHranaHandler, type HranaHandler } from '../hrana/handler.ts';
import { localPlace, type Place } from './place.ts';
import { quoted } from './schema.ts';

export interface TestPlace extends Place {
  databases: HranaHandler;
  folder: string;
  /** A path in a folder that goes with the test. */
  file(name: string): string;
  province(code: string): Client;
}

/** An installation of its own with the provinces given, or without any database, gone when the test ends. */
export async function testPlace(codes: readonly string[] | null = ['12']): Promise<TestPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'dia-ban-'));
  const databases = createHranaHandler({ dataDir: folder, synchronous: 'NORMAL' });
  onTestFinished(() => {
    databases.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const place = localPlace(folder, databases);
  const admin = administration(databases);
  if (codes) await admin.migrateAll();
  for (const code of codes ?? []) await admin.createProvince({ code, name: `Tỉnh ${code}` });
  return {
    ...{ ...place, databases, folder },
    file: (name) => join(folder, name),
    province: (code) => place.open(`http://p${code}.turso.local`),
  };
}

/** What a restore adds by itself: its event in the log, which is counted. */
const added: Record<string, string> = {
  events: `WHERE act NOT IN ('province.from-backup', 'registry.from-backup')`,
  sqlite_sequence: `WHERE name <> 'events'`,
};

/**
 * All that a database holds, told without the code under test: what was created, and every row with the types of its values; but
 * for what a restore adds.
 */
export async function everything(client: Client): Promise<Record<string, unknown>> {
  const created = await client.execute('SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name');
  const tables = created.rows.filter(({ type }) => type === 'table').map(({ name }) => String(name));
  const rows: Record<string, unknown> = {
    schema: created.rows.map((row) => [row.type, row.name, row.tbl_name, row.sql]),
  };
  for (const table of tables) {
    const columns = await client.execute({ sql: 'SELECT name FROM pragma_table_info(?)', args: [table] });
    const typed = columns.rows.map(
      ({ name }) => `quote(${quoted(String(name))}) || ':' || typeof(${quoted(String(name))})`,
    );
    const { rows: all } = await client.execute(
      `SELECT ${typed.join(', ')} FROM ${quoted(table)} ${added[table] ?? ''} ORDER BY ${typed.map((_, i) => i + 1).join(', ')}`,
    );
    rows[table] = all.map((row) => Array.from(typed, (_, i) => row[i]));
  }
  return rows;
}
