import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runAuditCli } from '../../local/audit/run.ts';
import type { Site } from '../../local/demo/site.ts';
import { type Checkpoint, type LoggedEvent, nextSeal, type Seal } from '../../worker/audit/chain.ts';
import { databaseOf, rewriteLog, rowsOf } from '../support/database.ts';
import { type Service, startService } from '../support/service.ts';
import { fillEverything, prepareSurvey, type Survey, submitFile } from '../support/survey.ts';
import { UnrecordedWrites } from '../support/unrecorded-writes.ts';

let service: Service;
let designer: Site;
let survey: Survey;
let logged = '';

beforeAll(async () => {
  service = await startService({
    onLog: (text) => {
      logged += text;
    },
  });
  designer = await service.as('designer');
  survey = await prepareSurvey(designer);
  await fillEverything(service.stranger, survey);
  await submitFile(service.stranger, survey.base);
});
afterAll(() => service.stop());

/** `npm run audit` on this service's databases. */
async function audit(...words: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runAuditCli(words, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    environment: { DATA_DIR: service.dataDir },
    local: () => service.runtime.hrana,
  });
  return { code, out, err };
}

const one = async (sql: string) => (await rowsOf(service, sql))[0]!;

/** What is done in spite of the triggers, and whether it is found; the log is as it was afterwards. */
async function foundOut(change: string, undo: string[]): Promise<string> {
  await rewriteLog(service, [change]);
  const { code, out } = await audit('verify', '12');
  await rewriteLog(service, undo);
  return `${code} ${out[0]}`;
}

/** A row of the log as it is chained. */
const eventOf = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  ) as unknown as LoggedEvent;

test('what is written without an event is noticed, whatever is named as bookkeeping or carries one is not', async () => {
  const write = (requestId: string, statements: string[]) =>
    service.writes.see({ database: 'p12', requestId, statements });
  const before = service.writes.found();
  expect(before).toEqual([]);
  write('request', ['update "links" set "last_used_at" = ? where "links"."id" = ?', 'select * from "links"']);
  write('request', ['delete from "unit_kinds"', 'insert into "events" ("seq") values (null)']);
  expect(service.writes.found()).toEqual([]);
  const writes = new UnrecordedWrites();
  writes.see({
    database: 'p12',
    requestId: 'a',
    statements: ['update "links" set "last_used_at" = ?, "revoked_at" = ?'],
  });
  writes.see({ database: 'control', requestId: 'b', statements: ['insert into "user" ("id") values (?)'] });
  expect(() => writes.verify()).toThrow(/p12: links.revoked_at .*\n {2}control: user\nPut event/s);
});

test('every change of the province stands in the log with who did it, and with hashes that tell no number', async () => {
  const saves = await rowsOf(service, "SELECT * FROM events WHERE act = 'response.save' ORDER BY seq");
  expect(saves.length).toBeGreaterThan(5);
  expect(
    saves.every(({ actor_id, after_hash }) => actor_id === survey.linkId && /^[0-9a-f]{64}$/.test(String(after_hash))),
  ).toBe(true);
  // Two villages gave the same answers: one hash for both would let who reads hashes try counts in a village of their own.
  expect(new Set(saves.map(({ after_hash }) => after_hash)).size).toBe(saves.length);
  const ofOne = saves.filter(({ subject }) => subject === saves[0]!.subject);
  expect(ofOne.map(({ before_hash }) => before_hash)).toEqual([
    null,
    ...ofOne.slice(0, -1).map((row) => row.after_hash),
  ]);
  const opened = await one("SELECT * FROM events WHERE act = 'round.open'");
  expect(opened).toMatchObject({ actor_kind: 'staff', actor_role: 'designer', subject: `round:${survey.roundId}` });
  expect(opened.before_hash).not.toBe(opened.after_hash);
  expect(await one("SELECT actor_kind, actor_id FROM events WHERE act = 'score.compute'")).toMatchObject({
    actor_kind: 'system',
  });
});

test.each(['p12', 'control'])('in %s no event is changed, taken away or replaced, and no seal', async (name) => {
  await service.runtime.runScheduled();
  const database = databaseOf(service, name);
  const event = (await database.execute('SELECT id FROM events LIMIT 1')).rows[0];
  expect(event).toBeDefined();
  const columns = '(id, at, actor_kind, actor_id, act, subject, request_id, detail)';
  for (const statement of [
    "UPDATE events SET act = 'round.edit'",
    'DELETE FROM events',
    `INSERT OR REPLACE INTO events ${columns} VALUES ('${event!.id}', '', 'system', '', '', '', '', '{}')`,
    "UPDATE audit_seals SET hash = ''",
    'DELETE FROM audit_seals',
  ]) {
    await expect(database.execute(statement), statement).rejects.toThrow('append-only');
  }
});

test('the scheduled run seals what came, once however many run at a time, and asks for no write when nothing did', async () => {
  await service.runtime.runScheduled();
  const seals = await rowsOf(service, 'SELECT * FROM audit_seals ORDER BY number');
  const { events, last } = await one('SELECT count(*) AS events, max(seq) AS last FROM events');
  expect(seals.reduce((sum, seal) => sum + Number(seal.events), 0)).toBe(events);
  expect(seals.at(-1)).toMatchObject({ last_seq: last });
  expect(logged).toContain(String(seals.at(-1)!.hash));

  await designer.api('POST', '/provinces/12/calendar-feeds', { name: 'Lịch phòng' });
  await Promise.all([1, 2, 3].map(() => service.runtime.runScheduled()));
  await service.runtime.runScheduled();
  const more = await rowsOf(service, 'SELECT first_seq, last_seq, events FROM audit_seals ORDER BY number');
  expect(more.slice(seals.length)).toMatchObject([
    { first_seq: Number(last) + 1, last_seq: Number(last) + 1, events: 1 },
  ]);
});

test('verification proves the logs of the service, and names what somebody with the database did to one', async () => {
  const proven = await audit('verify', '--all');
  expect(proven.out.map((line) => line.replace(/written\. .*/, 'written.'))).toEqual([
    'control: as it was written.',
    'province 12: as it was written.',
    'province 33: as it was written.',
  ]);
  expect(proven.code).toBe(0);

  const { seq, actor_id, act } = await one("SELECT seq, actor_id, act FROM events WHERE act = 'round.open'");
  const changed = await foundOut(`UPDATE events SET actor_id = 'x' WHERE seq = ${seq}`, [
    `UPDATE events SET actor_id = '${actor_id}' WHERE seq = ${seq}`,
  ]);
  expect(changed).toContain(`1 province 12: NOT as it was written. event ${seq} (${act} on round:`);
  await rewriteLog(service, [`CREATE TABLE kept AS SELECT * FROM events WHERE seq = ${seq}`]);
  const missing = await foundOut(`DELETE FROM events WHERE seq = ${seq}`, [
    'INSERT INTO events SELECT * FROM kept',
    'DROP TABLE kept',
  ]);
  expect(missing).toContain(`Event ${seq} is missing`);
  expect((await audit('verify', '12')).code).toBe(0);
});

test('a checkpoint kept elsewhere tells a log that was cut off with its seals from the whole one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dia-ban-'));
  const file = join(folder, 'checkpoint.jsonl');
  const { out } = await audit('checkpoint', '12');
  await writeFile(file, out.join('\n'));
  const { seal, lastSeq } = JSON.parse(out[0]!) as Checkpoint;
  expect((await audit('verify', '12', '--checkpoint', file)).code).toBe(0);

  const cut = [
    `CREATE TABLE kept_events AS SELECT * FROM events WHERE seq = ${lastSeq}`,
    `CREATE TABLE kept_seals AS SELECT * FROM audit_seals WHERE number = ${seal}`,
  ];
  await rewriteLog(service, [
    ...cut,
    `DELETE FROM events WHERE seq = ${lastSeq}`,
    `DELETE FROM audit_seals WHERE number = ${seal}`,
    `UPDATE sqlite_sequence SET seq = ${lastSeq - 1} WHERE name = 'events'`,
  ]);
  expect((await audit('verify', '12')).code).toBe(0);
  const found = await audit('verify', '12', '--checkpoint', file);
  expect([found.code, found.out[0]]).toEqual([1, expect.stringContaining(`Seal ${seal} of the checkpoint is missing`)]);
  await rewriteLog(service, [
    'INSERT INTO events SELECT * FROM kept_events',
    'INSERT INTO audit_seals SELECT * FROM kept_seals',
  ]);
  await rm(folder, { recursive: true });
});

test('an export holds every event and seal in their order, and the command says what it does not understand', async () => {
  const { out } = await audit('export', '12');
  const lines = out.map((line) => JSON.parse(line) as { event?: { seq: number }; seal?: { lastSeq: number } });
  const { events, seals } = await one(
    'SELECT (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM audit_seals) AS seals',
  );
  expect(lines.filter(({ event }) => event).map(({ event }) => event!.seq)).toEqual(
    Array.from({ length: Number(events) }, (_, i) => i + 1),
  );
  expect(lines.filter(({ seal }) => seal).length).toBe(seals);
  for (const words of [
    [],
    ['prove'],
    ['verify', '1'],
    ['verify', '12', '--all'],
    ['export'],
    ['verify', '99'],
    ['verify', '--quick'],
  ]) {
    expect([words, (await audit(...words)).code]).toEqual([words, 2]);
  }
});

interface Events {
  items: { number: number; act: string; subject: string; actor: { kind: string; id: string; role: string | null } }[];
  nextCursor: string | null;
  sealed: Checkpoint | null;
}

test('the auditor reads the log by act, subject, actor and time, page by page and as CSV, and never a hash of a value', async () => {
  const auditor = await service.as('auditor');
  const path = '/provinces/12/events';
  const asked = (query: Record<string, string>) => auditor.api<Events>('GET', `${path}?${new URLSearchParams(query)}`);
  const everything = await asked({ limit: '1000' });
  const numbers = everything.items.map(({ number }) => number);
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));

  const first = await asked({ limit: '2' });
  const second = await asked({ limit: '2', cursor: first.nextCursor! });
  expect([...first.items, ...second.items]).toEqual(everything.items.slice(0, 4));
  const opened = await asked({ act: 'round.open' });
  expect(opened.items).toMatchObject([
    { subject: `round:${survey.roundId}`, actor: { kind: 'staff', role: 'designer' } },
  ]);
  const under = await asked({ subject: `round:${survey.roundId}`, limit: '1000' });
  expect(new Set(under.items.map(({ act }) => act))).toContain('submission.submit');
  expect(under.items.every(({ subject }) => subject.startsWith(`round:${survey.roundId}`))).toBe(true);
  const byLink = await asked({ actor: survey.linkId, limit: '1000' });
  expect(new Set(byLink.items.map(({ act }) => act))).toEqual(new Set(['response.save', 'submission.submit']));
  expect((await asked({ to: '2020-01-01T00:00:00Z' })).items).toEqual([]);
  expect(opened.sealed).toMatchObject({ database: '12', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });

  const text = await (await auditor.get(`/v1${path}?format=csv`)).text();
  expect(text.split('\r\n')[0] ?? text.split('\n')[0]).toContain(
    'number,at,actor_kind,actor_id,actor_role,act,subject',
  );
  const hashes = await rowsOf(service, 'SELECT after_hash FROM events WHERE after_hash IS NOT NULL');
  for (const { after_hash } of hashes) expect(text + JSON.stringify(everything)).not.toContain(String(after_hash));
  const checkpoint = await auditor.api<Checkpoint>('GET', `${path}/checkpoint`);
  expect(checkpoint).toEqual(everything.sealed);
});

test("the registry's log is the operator's, and no province's auditor's", async () => {
  const operator = await service.as('operator');
  expect(await operator.api('GET', '/platform/events')).toHaveProperty('items');
  await expect((await service.as('auditor')).api('GET', '/platform/events')).rejects.toThrow('forbidden');
});

test('the page shows the auditor who did what, with a filter, and nobody else may open it', async () => {
  const auditor = await service.as('auditor');
  const page = await (await auditor.get('/console/12/nhat-ky?act=submission.submit')).text();
  expect(page).toContain('>Nộp phiếu</a>');
  expect(page).toContain('Đường dẫn của xã Bản Bo');
  expect(page).not.toContain('>Mở kỳ khảo sát</a>');
  expect(page).toMatch(/Đã niêm phong đến \d\d:\d\d ngày/);
  expect(await (await auditor.get('/console/12')).text()).toContain('href="/console/12/nhat-ky"');
  expect((await designer.get('/console/12/nhat-ky')).status).toBe(403);
  const ofOperator = await (await service.as('operator')).get('/console/12/nhat-ky');
  expect([ofOperator.status, await ofOperator.text()]).toEqual([
    200,
    expect.stringContaining('/console/he-thong/tinh/12"'),
  ]);
});

test('a log whose seals were taken away and made anew is not the one that the registry noted', async () => {
  await service.runtime.runScheduled();
  const { rows } = await databaseOf(service, 'control').execute(
    "SELECT detail FROM events WHERE act = 'log.note_heads'",
  );
  expect(rows.length).toBe(1);
  const noted = JSON.parse(String(rows[0]!.detail)) as Record<string, { seal: number }>;
  const kept = ['events', 'audit_seals'];
  await rewriteLog(service, [
    ...kept.map((table) => `CREATE TABLE all_${table} AS SELECT * FROM ${table}`),
    'DELETE FROM audit_seals',
    "UPDATE events SET actor_id = 'người khác' WHERE seq = 1",
  ]);
  await service.runtime.runScheduled();
  expect(await one('SELECT count(*) AS seals FROM audit_seals')).toEqual({ seals: 1 });
  const { code, out } = await audit('verify', '12');
  const seal = noted['12']!.seal;
  expect([code, out[0]]).toEqual([1, expect.stringMatching(new RegExp(`Seal ${seal}\\b.+ the registry noted`))]);
  await rewriteLog(
    service,
    kept.flatMap((table) => [
      `DELETE FROM ${table}`,
      `INSERT INTO ${table} SELECT * FROM all_${table}`,
      `DROP TABLE all_${table}`,
    ]),
  );
  expect((await audit('verify', '12')).code).toBe(0);
});

test('a database that cannot be read is named, and keeps no other from being proven', async () => {
  const control = databaseOf(service, 'control');
  await control.execute(
    "INSERT INTO provinces (code, name, database_url, created_at) VALUES ('11', 'Trống', 'http://p11.turso.local', 'x')",
  );
  const { code, out } = await audit('verify', '--all');
  expect(code).toBe(1);
  expect(out.find((line) => line.startsWith('province 11'))).toContain('cannot be read. SQLITE_ERROR');
  expect(out.find((line) => line.startsWith('province 33'))).toContain('as it was written.');
  await control.execute("DELETE FROM provinces WHERE code = '11'");
});

test('seals that the service makes later do not vouch for a log that somebody without the secret wrote anew', async () => {
  await service.runtime.runScheduled();
  const events = (await rowsOf(service, 'SELECT * FROM events ORDER BY seq')).map(eventOf);
  events[0] = { ...events[0]!, actorId: 'người khác' };
  const seals = await rowsOf(service, 'SELECT * FROM audit_seals ORDER BY number');
  const forged: Seal[] = [];
  for (const { first_seq: first, last_seq: last, sealed_at: now } of seals) {
    const covered = events.filter(({ seq }) => seq >= Number(first) && seq <= Number(last));
    const secrets = { current: 'of somebody else', previous: [] };
    forged.push(nextSeal('12', forged.at(-1) ?? null, covered, { secrets, now: String(now) }));
  }
  await rewriteLog(service, [
    "UPDATE events SET actor_id = 'người khác' WHERE seq = 1",
    ...forged.map(
      ({ number, prints, keyId, hash, signature }) => `UPDATE audit_seals
        SET prints = '${prints}', key_id = '${keyId}', hash = '${hash}', signature = '${signature}' WHERE number = ${number}`,
    ),
  ]);
  await designer.api('POST', '/provinces/12/keys', { name: 'Sau đó', scopes: ['unit.read'] });
  logged = '';
  await service.runtime.runScheduled();
  expect(await one('SELECT number, key_id FROM audit_seals ORDER BY number DESC LIMIT 1')).toEqual({
    number: forged.length + 1,
    key_id: expect.stringMatching(/^[0-9a-f]{8}!$/),
  });
  // What the registry noted would tell as well, but who has both databases has taken that away.
  await rewriteLog(service, ["UPDATE events SET detail = '{}' WHERE act = 'log.note_heads'"], 'control');
  const { code, out } = await audit('verify', '12');
  expect([code, out[0]]).toEqual([1, expect.stringContaining(`Seal ${forged.length} was not signed by this service`)]);
  expect(logged).toContain('"audit.seal_unproved"');
});
