import { readFileSync } from 'node:fs';
import { createClient } from '@libsql/client';
import { expect, test } from 'vitest';
import { controlMigrations, provinceMigrations } from './bundle.gen.ts';
import { bundle } from './bundle.ts';
import { migrate } from './migrate.ts';

const now = () => new Date('2026-01-01T00:00:00Z');

test('the bundle for the worker is what the SQL files say', () => {
  expect(readFileSync(new URL('./bundle.gen.ts', import.meta.url), 'utf8')).toBe(bundle());
});

test.each([
  ['control', controlMigrations],
  ['province', provinceMigrations],
])('the %s migrations apply to an empty database and a second run changes nothing', async (_, migrations) => {
  const client = createClient({ url: ':memory:' });
  expect(await migrate(client, migrations, now)).toEqual(migrations.map(({ tag }) => tag));
  expect(await migrate(client, migrations, now)).toEqual([]);
});

test('a migration that fails leaves nothing behind', async () => {
  const client = createClient({ url: ':memory:' });
  const broken = { tag: '0000_broken', when: 0, statements: ['CREATE TABLE a (x)', 'CREATE TABLE a (x)'] };
  await expect(migrate(client, [broken], now)).rejects.toThrow('already exists');
  expect((await client.execute("SELECT name FROM sqlite_master WHERE name = 'a'")).rows).toEqual([]);
  expect((await client.execute('SELECT tag FROM applied_migrations')).rows).toEqual([]);
});

test.each([
  ['1', 'revision', null],
  ['0', 'revision', 'precondition:revision'],
  ['NULL', 'state', 'precondition:state'],
])('a precondition that is %s with code %s gives %s and undoes the batch', async (holds, code, message) => {
  const client = createClient({ url: ':memory:' });
  await migrate(client, provinceMigrations, now);
  const insert = "INSERT INTO forms (id, key, created_at) VALUES ('1', 'k', '2026')";
  const batch = client.batch([insert, `INSERT INTO precondition (holds, code) SELECT ${holds}, '${code}'`], 'write');
  if (message) await expect(batch).rejects.toThrow(message);
  else await batch;
  expect((await client.execute('SELECT id FROM forms')).rows.length).toBe(message ? 0 : 1);
});
