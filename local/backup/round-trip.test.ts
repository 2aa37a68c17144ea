import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { backUpAll, backUpControl, backUpProvince } from './backup.ts';
import { checkContents } from './check.ts';
import { openBackup } from './read-file.ts';
import { restoreControl, restoreProvince } from './restore.ts';
import { everything, type TestPlace, testPlace } from './test-support.ts';

const now = new Date('2026-11-27T08:00:00.000Z');

/** What no table of ours has today, and any may have tomorrow. */
const ODDITIES = [
  `CREATE TABLE "odd ""name""" (n INTEGER PRIMARY KEY AUTOINCREMENT, "Cột có dấu" TEXT, x, r REAL, b BLOB,
     twice INTEGER GENERATED ALWAYS AS (n * 2) STORED)`,
  'CREATE TABLE pairs (a TEXT, b INTEGER, c TEXT, PRIMARY KEY (b, a)) WITHOUT ROWID',
  'CREATE TABLE child (id TEXT PRIMARY KEY, parent TEXT REFERENCES parent (id))',
  'CREATE TABLE parent (id TEXT PRIMARY KEY, favourite TEXT REFERENCES child (id))',
  'CREATE TABLE plain (a)',
  `CREATE UNIQUE INDEX pairs_c ON pairs (c COLLATE NOCASE) WHERE c <> ''`,
  'CREATE VIEW both_ways AS SELECT a, b FROM pairs UNION ALL SELECT b, a FROM pairs',
  `CREATE TRIGGER pairs_kept BEFORE DELETE ON pairs BEGIN SELECT RAISE(ABORT, 'kept'); END`,
  `CREATE TRIGGER pairs_never BEFORE INSERT ON pairs WHEN NEW.a = 'old' BEGIN SELECT RAISE(ABORT, 'too late'); END`,
];

async function makeOdd(place: TestPlace): Promise<void> {
  const client = place.province('12');
  await client.migrate(ODDITIES.slice(0, 7));
  const odd = 'INSERT INTO "odd ""name""" (n, "Cột có dấu", x, r, b) VALUES (?, ?, ?, ?, ?)';
  await client.migrate([
    {
      sql: odd,
      args: [9223372036854775806n, 'Bản Bo 👩‍🌾 Tiê\u0301ng\u2028"', 9007199254740993n, 2, new Uint8Array([0, 255])],
    },
    { sql: odd, args: [-5n, null, 2, 0.1, new Uint8Array(0)] },
    { sql: odd, args: [7n, '', 'text in a column for anything', null, null] },
    `DELETE FROM "odd ""name""" WHERE n = 7`,
    `INSERT INTO pairs VALUES ('old', 2, 'x'), ('a', 1, ''), ('b', 1, '')`,
    `INSERT INTO child VALUES ('c', 'p')`,
    `INSERT INTO parent VALUES ('p', 'c')`,
    'INSERT INTO plain (rowid, a) VALUES (40, 1), (7, 2), (-3, 3)',
    ...ODDITIES.slice(7),
  ]);
}

test('every table, row, value, index, view and trigger comes back as it was', async () => {
  const home = await testPlace();
  await makeOdd(home);
  const file = home.file('12.backup');
  await backUpProvince(home, '12', file, null);

  const away = await testPlace([]);
  const backup = await openBackup(file, null);
  await restoreProvince(away, backup, { now, inService: true });
  expect(await everything(away.province('12'))).toEqual(await everything(home.province('12')));
  expect(
    (await away.province('12').execute('SELECT rowid, a FROM plain ORDER BY 1')).rows.map((row) => row[0]),
  ).toEqual([-3n, 7n, 40n]);
  await expect(away.province('12').execute('DELETE FROM pairs')).rejects.toThrow('kept');
});

test('many rows and long ones come back as well, in pages that no server finds too long', async () => {
  const home = await testPlace();
  const client = home.province('12');
  await client.executeMultiple(
    `CREATE TABLE many (id INTEGER PRIMARY KEY, t TEXT);
     INSERT INTO many SELECT value, printf('%.*c', value % 50, 'x') FROM generate_series(1, 3000);
     CREATE TABLE long (t TEXT);
     INSERT INTO long SELECT printf('%.*c', CASE WHEN value > 40 THEN 60000 ELSE 10 END, 'đ') FROM generate_series(1, 60);`,
  );
  // As sqld answers what is longer than it sends.
  let refused = 0;
  const fetch = home.databases.fetch;
  home.databases.fetch = async (request) => {
    const answer = await fetch(request);
    const text = await answer.text();
    if (text.length < 500_000) return new Response(text, answer);
    refused += 1;
    const reply = JSON.parse(text) as { results: unknown[] };
    const error = { message: 'Response is too large', code: 'RESPONSE_TOO_LARGE' };
    const results = reply.results.map((result) =>
      JSON.stringify(result).length < 500_000 ? result : { type: 'error', error },
    );
    return Response.json({ ...reply, results });
  };
  await backUpProvince(home, '12', home.file('12.backup'), null);
  home.databases.fetch = fetch;
  expect(refused).toBeGreaterThan(0);

  const away = await testPlace([]);
  const { rows } = await restoreProvince(away, await openBackup(home.file('12.backup'), null), { now });
  expect(rows).toBeGreaterThan(3060);
  expect(await everything(away.province('12'))).toEqual(await everything(client));
});

test('a virtual table is refused rather than left out', async () => {
  const home = await testPlace();
  await home.province('12').execute('CREATE VIRTUAL TABLE found USING fts5 (text)');
  await expect(backUpProvince(home, '12', home.file('x'), null)).rejects.toThrow('found is virtual');
});

test('the registry comes back without sessions and one-time links, and its provinces wait for their databases', async () => {
  const home = await testPlace(['12', '33']);
  const control = home.openControl();
  await control.batch([
    `INSERT INTO user (id, name, email) VALUES ('u', 'Người dùng', 'a@example.vn')`,
    `INSERT INTO session (id, expires_at, token, user_id) VALUES ('s', 1, 'secret of a session', 'u')`,
    `INSERT INTO memberships VALUES ('u', '12', 'designer', 'x')`,
    `INSERT INTO invitations (id, purpose, token_hash, roles, created_at, expires_at) VALUES ('i', 'setup', 'h', '{}', 'x', 'y')`,
  ]);
  await backUpControl(home, home.file('control.backup'), null);
  const backup = await openBackup(home.file('control.backup'), null);
  expect(await checkContents(backup)).toBeGreaterThan(0);
  for await (const line of backup.lines()) expect(JSON.stringify(line, (_, v) => String(v))).not.toContain('secret of');

  const away = await testPlace([]);
  await expect(restoreControl(away, backup, { now })).rejects.toThrow('holds something already');
  const empty = await testPlace(null);
  await restoreControl(empty, backup, { now });
  const there = await everything(empty.openControl());
  expect(there.session).toEqual([]);
  expect(there.invitations).toEqual([]);
  expect(there.memberships).toEqual((await everything(control)).memberships);
  const { rows } = await empty.openControl().execute('SELECT code, suspended_at FROM provinces ORDER BY code');
  expect(rows.map((row) => [row.code, row.suspended_at])).toEqual([
    ['12', now.toISOString()],
    ['33', now.toISOString()],
  ]);
});

test('a restored registry deletes nothing and goes on with no rotation: what was asked for may have been taken back since', async () => {
  const home = await testPlace(['12', '33', '34']);
  const control = home.openControl();
  await control.batch([
    `UPDATE provinces SET delete_after = '2026-11-20T00:00:00.000Z' WHERE code = '12'`,
    `UPDATE provinces SET delete_after = '2026-11-20T00:00:00.000Z', job = 'delete', job_step = 'drop' WHERE code = '33'`,
    `UPDATE provinces SET job = 'rotate', job_step = 'token' WHERE code = '34'`,
  ]);
  await backUpControl(home, home.file('control.backup'), null);
  const empty = await testPlace(null);
  await restoreControl(empty, await openBackup(home.file('control.backup'), null), { now });
  const { rows } = await empty.openControl().execute('SELECT job, delete_after FROM provinces ORDER BY code');
  const inAMonth = '2026-12-27T08:00:00.000Z';
  expect(rows.map((row) => [row.job, row.delete_after])).toEqual([
    [null, inAMonth],
    [null, inAMonth],
    [null, null],
  ]);
});

test('a province whose database is deleted, or not made yet, fails no backup of all', async () => {
  const home = await testPlace(['12', '33', '34']);
  await home
    .openControl()
    .batch([
      `UPDATE provinces SET deleted_at = 'x', delete_after = 'x', database_url = '' WHERE code = '33'`,
      `UPDATE provinces SET job = 'create', job_step = 'database', database_url = '' WHERE code = '34'`,
    ]);
  const options = { passphrase: null, concurrency: 2, report: () => undefined };
  expect(await backUpAll(home, home.file('all'), options)).toEqual({ done: 2, failed: 0 });
});

test('of all provinces one that fails is named and keeps none of the others', async () => {
  const home = await testPlace(['12', '33', '34']);
  await home.province('33').execute('DROP TABLE applied_migrations');
  const told: { what: string }[] = [];
  const folder = home.file('all');
  const options = { passphrase: null, concurrency: 2, report: (done: { what: string }) => void told.push(done) };
  expect(await backUpAll(home, folder, options)).toEqual({ done: 3, failed: 1 });
  expect(told.map(({ what }) => what).sort()).toEqual(['12', '33', '34', 'control']);
  expect(told.find(({ what }) => what === '33')).toMatchObject({ reason: expect.stringContaining('empty') });
  const { rows } = await home
    .openControl()
    .execute(`SELECT subject FROM events WHERE act = 'province.backup' ORDER BY 1`);
  expect(rows.map(({ subject }) => subject)).toEqual(['province:12', 'province:34']);
});

test('a file is for its owner only, and nothing is written over it', async () => {
  const home = await testPlace();
  await backUpProvince(home, '12', home.file('12.backup'), null);
  expect(statSync(home.file('12.backup')).mode & 0o777).toBe(0o600);
  const before = readFileSync(home.file('12.backup'));
  await expect(backUpProvince(home, '12', home.file('12.backup'), null)).rejects.toThrow('there already');
  expect(readFileSync(home.file('12.backup'))).toEqual(before);
});

test('a flipped bit anywhere, or an end that is missing, is found before anything is read from the file', async () => {
  const home = await testPlace();
  const file = home.file('12.backup');
  await backUpProvince(home, '12', file, null);
  const whole = readFileSync(file);
  const tried = (bytes: Buffer) => {
    writeFileSync(home.file('tried'), bytes);
    return openBackup(home.file('tried'), null);
  };
  await tried(whole);
  const accepted: string[] = [];
  for (let at = 0; at < whole.length; at += at < 40 || at > whole.length - 90 ? 1 : 13) {
    const flipped = Buffer.from(whole);
    flipped[at]! ^= 1 << (at % 8);
    await tried(flipped).then(
      () => accepted.push(`flipped ${at}`),
      () => null,
    );
  }
  for (let length = 0; length < whole.length; length += 97) {
    await tried(whole.subarray(0, length)).then(
      () => accepted.push(`cut to ${length}`),
      () => null,
    );
  }
  await tried(Buffer.concat([whole, Buffer.from('\n')])).then(
    () => accepted.push('longer'),
    () => null,
  );
  expect(accepted).toEqual([]);
});

test('an encrypted file opens with its passphrase only, and cannot be altered by who writes its checksum anew', async () => {
  const home = await testPlace();
  await home
    .province('12')
    .execute(`INSERT INTO settings VALUES ('k', '"bí mật"', 'x', 'y')`)
    .catch(() => null);
  const file = home.file('12.backup');
  await backUpProvince(home, '12', file, 'câu mật khẩu');
  expect(await checkContents(await openBackup(file, 'câu mật khẩu'.normalize('NFD')))).toBeGreaterThan(0);
  await expect(openBackup(file, null)).rejects.toThrow('is encrypted');
  const read = async (path: string, passphrase: string) => checkContents(await openBackup(path, passphrase));
  await expect(read(file, 'another')).rejects.toThrow('passphrase');

  const body = readFileSync(file).subarray(0, -74);
  const forged = (bytes: Buffer) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    writeFileSync(home.file('forged'), Buffer.concat([bytes, Buffer.from(`\nSHA-256 ${sha256}\n`)]));
    return read(home.file('forged'), 'câu mật khẩu');
  };
  const altered = Buffer.from(body);
  altered[altered.length - 30]! ^= 1;
  await expect(forged(altered)).rejects.toThrow('altered');
  await expect(forged(body.subarray(0, -200))).rejects.toThrow('altered');
  const renamed = Buffer.from(body.toString('latin1').replace('"12"', '"33"'), 'latin1');
  await expect(forged(renamed)).rejects.toThrow('altered');
}, 60_000);
