import type { Client } from '@libsql/client';

/** One step of a schema: `tag` is drizzle-kit's file name, `when` its time in milliseconds, the order of application. */
export interface Migration {
  tag: string;
  when: number;
  statements: string[];
}

const APPLIED = `CREATE TABLE IF NOT EXISTS applied_migrations (tag TEXT PRIMARY KEY, applied_at TEXT NOT NULL)`;

const isAppliedByOther = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('UNIQUE constraint failed: applied_migrations.tag');

/** What a database has been brought up to, without writing anything; nothing for one without tables. */
export async function appliedMigrations(client: Client): Promise<string[]> {
  const { rows: tables } = await client.execute("SELECT 1 FROM sqlite_master WHERE name = 'applied_migrations'");
  const rows = tables.length === 0 ? [] : (await client.execute('SELECT tag FROM applied_migrations')).rows;
  return rows.map((row) => String(row.tag));
}

/** What `migrate` would apply, without writing anything. */
export async function pending(client: Client, migrations: readonly Migration[]): Promise<string[]> {
  const applied = new Set(await appliedMigrations(client));
  return migrations.map(({ tag }) => tag).filter((tag) => !applied.has(tag));
}

/**
 * Brings a database up to `migrations` and returns the tags that were applied now. Each migration is one transaction that also
 * records its tag, so that a crash leaves either all of it or nothing. Of two runners at once the second's attempt stops at the
 * recorded tag, changes nothing and goes on with what comes after.
 */
export async function migrate(client: Client, migrations: readonly Migration[], now: () => Date): Promise<string[]> {
  await client.execute(APPLIED);
  const rows = await client.execute('SELECT tag FROM applied_migrations');
  const applied = new Set(rows.rows.map((row) => row.tag));
  const done: string[] = [];
  for (const { tag, statements } of migrations) {
    if (applied.has(tag)) continue;
    const record = {
      sql: 'INSERT INTO applied_migrations (tag, applied_at) VALUES (?, ?)',
      args: [tag, now().toISOString()],
    };
    try {
      await client.batch([record, ...statements], 'write');
      done.push(tag);
    } catch (error) {
      if (!isAppliedByOther(error)) throw error;
    }
  }
  return done;
}
