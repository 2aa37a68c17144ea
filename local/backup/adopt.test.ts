import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/libsql/http';
import { expect, test } from 'vitest';
import { event } from '../../worker/audit/event.ts';
import { noteHeads } from '../../worker/audit/note-heads.ts';
import { sealLogs } from '../../worker/audit/seal-logs.ts';
import { lastSeal } from '../../worker/audit/seal-store.ts';
import { valueKey } from '../../worker/audit/value-hash.ts';
import { runAuditCli } from '../audit/run.ts';
import { localEnvironment } from '../settings.ts';
import { adoptDatabase } from './adopt.ts';
import { operator } from './place.ts';
import { runRestoreCli } from './restore-cli.ts';
import { type TestPlace, testPlace } from './test-support.ts';

const now = new Date('2026-11-27T08:00:00.000Z');
const MOMENT = 'http://p12-moment.turso.local';
const database = { url: MOMENT, token: null };

async function record(place: TestPlace, code: string, count: number) {
  const db = drizzle(place.province(code));
  const by = { actor: operator, requestId: 'test', now: now.toISOString() };
  const key = valueKey(place.secrets!.current, code);
  for (let i = 0; i < count; i += 1) {
    await db.batch([
      event({ read: db, write: db, valueKey: key }, by, 'unit.create', `unit:${i}`, {}, { after: { i } }),
    ]);
  }
}

const seal = (place: TestPlace) => sealLogs(localEnvironment(place.databases), 'test');

/** A host's restore to this moment: another database that holds what the province's does now. */
async function restoredToNow(place: TestPlace, code = '12') {
  await place.province(code).execute('PRAGMA wal_checkpoint(TRUNCATE)');
  await copyFile(join(place.folder, `p${code}.db`), join(place.folder, 'p12-moment.db'));
}

/** What a province went through: a moment, to which its host can go back, and what was done and noted after it. */
async function withMoment(codes = ['12']): Promise<TestPlace> {
  const place = await testPlace(codes);
  await record(place, '12', 3);
  // Without its form and whatever else it refers to.
  await place
    .province('12')
    .migrate([
      `INSERT INTO rounds (id, name, kind, form_version_id, created_at) VALUES ('r', 'Kỳ', 'annual', 'v', '')`,
    ]);
  await seal(place);
  await restoredToNow(place);
  await record(place, '12', 2);
  await seal(place);
  const [head] = await lastSeal({ read: drizzle(place.open('http://p12.turso.local', null, 'number')) });
  const tomorrow = { actor: operator, requestId: 'test', now: '2099-01-01T00:00:00.000Z' };
  await noteHeads(place.control, { 12: { seal: head!.number, hash: head!.hash } }, tomorrow);
  await suspend(place);
  return place;
}

const suspend = (place: TestPlace) =>
  place.openControl().execute(`UPDATE provinces SET suspended_at = '2026-11-27T07:00:00.000Z' WHERE code = '12'`);
const row = async (place: TestPlace) =>
  (await place.openControl().execute(`SELECT database_url, suspended_at FROM provinces WHERE code = '12'`)).rows[0]!;

async function audit(place: TestPlace): Promise<string> {
  const said: string[] = [];
  const environment = { DATA_DIR: place.folder };
  const out = (text: string) => void said.push(text);
  await runAuditCli(['verify', '12'], { out, err: () => {}, environment, local: () => place.databases });
  return said.join('\n');
}

test('a province is led to its database of an earlier moment, and its log is proven from there on', async () => {
  const place = await withMoment();
  const adopted = await adoptDatabase(place, '12', { database, now });
  expect(adopted).toMatchObject({
    databaseUrl: MOMENT,
    replaced: 'http://p12.turso.local',
    events: 3,
    suspended: true,
  });
  expect(await row(place)).toMatchObject({ database_url: MOMENT, suspended_at: now.toISOString() });
  await seal(place);
  expect(await audit(place)).toContain('province 12: as it was written. 4 events');
});

test('the same database in its place without this command is a log that was cut off', async () => {
  const place = await withMoment();
  await place.openControl().execute(`UPDATE provinces SET database_url = '${MOMENT}' WHERE code = '12'`);
  expect(await audit(place)).toContain('which the registry noted on 2099-01-01T00:00:00.000Z, is missing');
});

test('lists that were kept of a round are not taken for what it says now', async () => {
  const place = await withMoment();
  const versions = async (url: string) =>
    Number((await place.open(url).execute(`SELECT results_version AS v FROM rounds`)).rows[0]!.v);
  const before = await versions('http://p12.turso.local');
  await adoptDatabase(place, '12', { database, now });
  expect(await versions(MOMENT)).toBeGreaterThan(before + 1_000_000);
});

type Make = (place: TestPlace) => Promise<unknown>;

const ofAnother: Make = async (place) => {
  await record(place, '33', 3);
  await seal(place);
  await restoredToNow(place, '33');
};
const changed: Make = (place) =>
  place.open(MOMENT).batch(['DROP TRIGGER events_never_change', `UPDATE events SET subject = 'unit:1' WHERE seq = 3`]);
const unsealed: Make = (place) =>
  place.open(MOMENT).batch(['DROP TRIGGER audit_seals_never_go', 'DELETE FROM audit_seals']);

test.for<[string, Make, string]>([
  ['of another province', ofAnother, 'is not province 12 as it was written'],
  ['in which something was changed', changed, 'is not province 12 as it was written'],
  ['in which nothing is sealed', unsealed, 'holds no sealed log'],
])('a database %s is refused, and nothing is written', async ([, make, reason]) => {
  const place = await withMoment(['12', '33']);
  await make(place);
  const before = await place.open(MOMENT).execute('SELECT count(*) AS n FROM events');
  await expect(adoptDatabase(place, '12', { database, now })).rejects.toThrow(reason);
  expect(await place.open(MOMENT).execute('SELECT count(*) AS n FROM events')).toMatchObject({ rows: before.rows });
  expect(await row(place)).toMatchObject({ database_url: 'http://p12.turso.local' });
});

test('a province in service is not led elsewhere', async () => {
  const place = await withMoment();
  await place.openControl().execute(`UPDATE provinces SET suspended_at = NULL WHERE code = '12'`);
  await expect(adoptDatabase(place, '12', { database, now })).rejects.toThrow('Suspend it first');
});

test('the command says what it did, and what it needs', async () => {
  const place = await withMoment();
  const said: string[] = [];
  const output = { out: (text: string) => void said.push(text), err: (text: string) => void said.push(text) };
  expect(await runRestoreCli(['--to-moment', '12'], { env: {}, output, place })).toBe(2);
  const words = ['--to-moment', '12', '--database-url', MOMENT];
  expect(await runRestoreCli(words, { env: {}, output, place })).toBe(0);
  expect(said.join('\n')).toContain(`12 is served from ${MOMENT}, whose log of 3 events is as it was written`);
  expect(said.join('\n')).toContain('It is suspended');
});
