import { expect, test } from 'vitest';
import { provinceMigrations } from '../../migrations/bundle.gen.ts';
import { migrate } from '../../migrations/migrate.ts';
import { provinces } from '../../worker/db/control.ts';
import { backUpProvince } from './backup.ts';
import { openBackup } from './read-file.ts';
import { restoreProvince } from './restore.ts';
import { runRestoreCli } from './restore-cli.ts';
import { everything, type TestPlace, testPlace } from './test-support.ts';

const now = new Date('2026-11-27T08:00:00.000Z');

async function backupOf(place: TestPlace, code = '12', name = `${code}.backup`) {
  await backUpProvince(place, code, place.file(name), null);
  return openBackup(place.file(name), null);
}

const row = async (place: TestPlace, code = '12') =>
  (
    await place.openControl().execute({
      sql: 'SELECT name, database_url, sealed_token, suspended_at FROM provinces WHERE code = ?',
      args: [code],
    })
  ).rows[0];

const suspend = (place: TestPlace, at: string) =>
  place.openControl().execute({ sql: `UPDATE provinces SET suspended_at = ? WHERE code = '12'`, args: [at] });

test('a restored province is registered as suspended, with its name, and the act is on record', async () => {
  const backup = await backupOf(await testPlace());
  const away = await testPlace([]);
  expect(await restoreProvince(away, backup, { now })).toMatchObject({ what: '12', suspended: true, replaced: null });
  expect(await row(away)).toMatchObject({ name: 'Tỉnh 12', suspended_at: now.toISOString() });
  const { rows } = await away
    .openControl()
    .execute(`SELECT subject, detail FROM events WHERE act = 'province.from-backup'`);
  expect(rows).toHaveLength(1);
  expect(JSON.parse(String(rows[0]!.detail))).toMatchObject({ of: '12', sha256: backup.sha256, suspended: true });
});

test('a living province is not replaced: not without being told to, not in service, not while workers may still write', async () => {
  const place = await testPlace();
  const backup = await backupOf(place);
  const before = await everything(place.province('12'));
  await expect(restoreProvince(place, backup, { now })).rejects.toThrow('--replace');
  await expect(restoreProvince(place, backup, { now, replace: true })).rejects.toThrow('in service');
  await suspend(place, new Date(now.getTime() - 59_000).toISOString());
  await expect(restoreProvince(place, backup, { now, replace: true })).rejects.toThrow('another 1 seconds');
  expect(await everything(place.province('12'))).toEqual(before);
});

test('a province that is taken into service again while its restore is under way stays where it is', async () => {
  const place = await testPlace();
  const backup = await backupOf(place);
  await suspend(place, '2026-11-27T07:00:00.000Z');
  const fetch = place.databases.fetch;
  let done = false;
  place.databases.fetch = async (request) => {
    if (!done && request.url.includes('p12-')) {
      done = true;
      await place.openControl().execute(`UPDATE provinces SET suspended_at = NULL WHERE code = '12'`);
    }
    return fetch(request);
  };
  await expect(restoreProvince(place, backup, { now, replace: true })).rejects.toThrow('meanwhile');
  expect(await row(place)).toMatchObject({ database_url: 'http://p12.turso.local', suspended_at: null });
  const { rows } = await place.openControl().execute(`SELECT 1 FROM events WHERE act = 'province.from-backup'`);
  expect(rows).toEqual([]);
});

test('a province whose database was deleted comes back from its backup; one that is to be deleted, or worked on, does not', async () => {
  const place = await testPlace();
  const backup = await backupOf(place);
  const set = (columns: string) => place.openControl().execute(`UPDATE provinces SET ${columns} WHERE code = '12'`);
  await set(`suspended_at = 'x', delete_after = '2026-12-20T00:00:00.000Z'`);
  await expect(restoreProvince(place, backup, { now, replace: true })).rejects.toThrow('to be deleted');
  await set(`suspended_at = '2026-11-27T07:00:00.000Z', delete_after = NULL, job = 'migrate'`);
  await expect(restoreProvince(place, backup, { now, replace: true })).rejects.toThrow('(migrate)');
  await set(`job = NULL, deleted_at = 'x', database_url = ''`);
  await restoreProvince(place, backup, { now, inService: true });
  const { rows } = await place.openControl().execute('SELECT * FROM provinces');
  expect(rows[0]).toMatchObject({ suspended_at: null, deleted_at: null, delete_after: null, job: null });
  expect(rows[0]!.schema_version).toBe(BigInt(provinceMigrations.length));
});

test('a replaced province is served from a new database, and the old one is left as it was', async () => {
  const place = await testPlace();
  const backup = await backupOf(place);
  await place
    .province('12')
    .execute(`INSERT INTO unit_kinds (label, level) VALUES ('sau này', 'village')`)
    .catch(() => null);
  await place.province('12').execute('CREATE TABLE later (a)');
  const before = await everything(place.province('12'));
  await suspend(place, '2026-11-27T07:58:00.000Z');
  const restored = await restoreProvince(place, backup, { now, replace: true, inService: true });
  expect(restored).toMatchObject({
    databaseUrl: 'http://p12-20261127080000.turso.local',
    replaced: 'http://p12.turso.local',
  });
  expect(await row(place)).toMatchObject({ database_url: restored.databaseUrl, suspended_at: null });
  expect(await everything(place.province('12'))).toEqual(before);
  expect(await everything(place.open(restored.databaseUrl))).not.toHaveProperty('later');
});

test('nothing is restored into a database that holds something, or that is another province’s', async () => {
  const home = await testPlace(['12', '33']);
  const backup = await backupOf(home);
  const away = await testPlace(['33']);
  const into = (url: string) => restoreProvince(away, backup, { now, database: { url, token: null } });
  await expect(into('http://p33.turso.local')).rejects.toThrow('province 33');
  await away.open('http://other.turso.local').execute('CREATE TABLE something (a)');
  await expect(into('http://other.turso.local')).rejects.toThrow('holds something');
  expect(await row(away)).toBeUndefined();
  await into('http://new.turso.local');
  expect(await row(away)).toMatchObject({ database_url: 'http://new.turso.local' });
});

test('a restore that stops half-way leads nobody to what it left, and the next one clears it away', async () => {
  const home = await testPlace();
  const backup = await backupOf(home);
  const away = await testPlace([]);
  const fetch = away.databases.fetch;
  for (const stopAt of [2, 3, 5, 8]) {
    let left = stopAt;
    away.databases.fetch = async (request) => {
      if (request.method === 'POST' && request.url.includes('p12')) left -= 1;
      return left > 0 ? fetch(request) : new Response('gone', { status: 503 });
    };
    await expect(restoreProvince(away, backup, { now })).rejects.toThrow();
    away.databases.fetch = fetch;
    expect(await row(away)).toBeUndefined();
  }
  const restored = await restoreProvince(away, backup, { now });
  expect(restored.databaseUrl).toBe('http://p12.turso.local');
  expect(await everything(away.province('12'))).toEqual(await everything(home.province('12')));
});

test('an older schema is brought up to date, a newer one refused before anything is written', async () => {
  const home = await testPlace([]);
  await migrate(home.province('12'), provinceMigrations.slice(0, 3), () => now);
  const row = { code: '12', name: 'Tỉnh 12', databaseUrl: 'http://p12.turso.local', createdAt: 'x' };
  await home.control.write.insert(provinces).values(row);
  const away = await testPlace([]);
  const { migrated } = await restoreProvince(away, await backupOf(home), { now });
  expect(migrated).toEqual(provinceMigrations.slice(3).map(({ tag }) => tag));
  const fresh = await testPlace();
  const columns = async (place: TestPlace) =>
    (
      await place
        .province('12')
        .execute('SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c ORDER BY 1, 2')
    ).rows.map((row) => [row[0], row[1]]);
  expect(await columns(away)).toEqual(await columns(fresh));

  await home.province('12').execute(`INSERT INTO applied_migrations VALUES ('9999_tomorrow', 'x')`);
  const newer = await backupOf(home, '12', 'newer.backup');
  const untouched = await testPlace([]);
  await expect(restoreProvince(untouched, newer, { now })).rejects.toThrow('9999_tomorrow');
  expect(await everything(untouched.province('12'))).toEqual({ schema: [] });
});

test('the lists that integrators keep under a version are not taken for those of the restored province', async () => {
  const home = await testPlace();
  const away = await testPlace([]);
  const insert = `INSERT INTO rounds (id, name, kind, form_version_id, created_at, results_version) VALUES ('r', 'Kỳ', 'annual', 'v', 'x', 7)`;
  await home.province('12').migrate([insert]);
  await restoreProvince(away, await backupOf(home), { now });
  const { rows } = await away.province('12').execute('SELECT results_version FROM rounds');
  expect(rows[0]!.results_version).toBe(1_000_000_007n);
});

test('the closing words say what the operator has to know', async () => {
  const home = await testPlace();
  await backupOf(home);
  const away = await testPlace([]);
  let said = '';
  const say = (text: string) => {
    said += text;
  };
  const output = { out: say, err: say };
  expect(await runRestoreCli([home.file('12.backup')], { env: {}, output, place: away })).toBe(0);
  expect(said).toContain('The SECRET here is another');
  expect(said).toContain('It is suspended');
  expect(await runRestoreCli([home.file('12.backup')], { env: {}, output, place: away })).toBe(1);
  expect(await runRestoreCli([], { env: {}, output, place: away })).toBe(2);
  expect(await runRestoreCli([home.file('nowhere')], { env: {}, output, place: away })).toBe(1);
});
