import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { rewriteLog } from '../support/database.ts';
import { provinceDatabase } from '../support/province-database.ts';
import { type Service, startService } from '../support/service.ts';
import { fillEverything, prepareSurvey, type Survey, submitFile } from '../support/survey.ts';

interface Reminder {
  unit: { name: string };
  state: string;
  kind: string;
  recorded: boolean;
  mailedAt: string | null;
}

const DAY = 24 * 60 * 60 * 1000;
const COMMUNES = {
  communes: ['Bản Bo', 'Tả Lèng', 'Hồ Thầu'].map((name) => ({
    ...{ kindLabel: 'xã', name },
    villages: [{ kindLabel: 'bản', name: `${name} 1` }],
  })),
};

let service: Service;
let inProvince: ReturnType<typeof provinceDatabase>;
let reader: Site;
let survey: Survey;
let folder: string;
/** What the service and the simulated mail wrote to the log. */
let logged = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dia-ban-mail-'));
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    logged += String(chunk);
    return true;
  });
  // At whatever time of the day the tests run.
  service = await startService({
    bindings: { REMIND_FROM: '00:00' },
    mail: { from: 'dia-ban@example.vn', folder, allowed: ['banbo@example.vn'] },
  });
  inProvince = provinceDatabase(service);
  reader = await service.as('reader');
  survey = await prepareSurvey(await service.as('designer'), '12', COMMUNES);
  const contact = 'UPDATE unit_versions SET contact_email = ? WHERE name = ?';
  await inProvince(contact, ['banbo@example.vn', 'Bản Bo']);
  await inProvince(contact, ['taleng@example.vn', 'Tả Lèng']);
});
afterAll(async () => {
  await service.stop();
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

const path = () => `/provinces/12/rounds/${survey.roundId}/reminders`;
const list = async () => (await reader.api<{ items: Reminder[] }>('GET', path())).items;
const told = async () => (await list()).map(({ unit, kind, recorded }) => `${unit.name} ${kind} ${recorded}`);

/** The texts of the letters that were sent. */
async function letters(): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return Promise.all(files.filter((name) => name.endsWith('.txt')).map((name) => readFile(join(folder, name), 'utf8')));
}

/** The clock cannot be turned, so the deadline is. */
const dueIn = (days: number) =>
  inProvince('UPDATE rounds SET due_at = ? WHERE id = ?', [
    new Date(Date.now() + days * DAY).toISOString(),
    survey.roundId,
  ]);
/** As if the last run had been yesterday. */
const nextDay = () => rewriteLog(service, [`UPDATE events SET subject = 'reminders:past' WHERE act = 'reminder.run'`]);
const events = async () => {
  const rows = await inProvince(`SELECT act FROM events WHERE act LIKE 'reminder%' ORDER BY id`);
  return rows.map(({ act }) => act);
};

test('nothing is due long before the deadline', async () => {
  await dueIn(30);
  await service.runtime.runScheduled();
  expect(await list()).toEqual([]);
  expect(await events()).toEqual(['reminder.run']);
  await nextDay();
});

test('who has not begun is listed, recorded once with an event, and written to where an address is known', async () => {
  await dueIn(10);
  expect(await told()).toEqual(['Bản Bo not_begun false', 'Tả Lèng not_begun false', 'Hồ Thầu not_begun false']);
  await Promise.all([service.runtime.runScheduled(), service.runtime.runScheduled()]);
  await service.runtime.runScheduled();
  expect(await told()).toEqual(['Bản Bo not_begun true', 'Tả Lèng not_begun true', 'Hồ Thầu not_begun true']);
  expect((await events()).filter((act) => act === 'reminder.due').length).toBe(3);

  const [letter, ...others] = await letters();
  expect(others).toEqual([]);
  expect(letter).toContain('Kính gửi: Ủy ban nhân dân xã Bản Bo');
  expect(letter).toContain('chưa ghi nhận số liệu nào');
  expect(letter).not.toContain('/s/');
  expect(logged).toContain('Subject: Nhắc nhập số liệu: Kỳ khảo sát năm 2024');
  expect(logged).toContain('To: banbo@example.vn');
  expect((await list()).map(({ mailedAt }) => mailedAt !== null)).toEqual([true, false, false]);
});

test('a letter that could not be sent is logged without its address and tried again the next day, the others are not', async () => {
  const failures = () => logged.split('\n').filter((line) => line.includes('reminders.mail_failed'));
  expect(failures().length).toBe(1);
  expect(failures().join()).not.toContain('@');
  await nextDay();
  await service.runtime.runScheduled();
  expect(failures().length).toBe(2);
  expect((await letters()).length).toBe(1);
  expect((await events()).filter((act) => act === 'reminder.due').length).toBe(3);
});

test('in the last week everybody who has not handed in is reminded, and the late ones after it', async () => {
  const links = await (await service.as('designer')).api<{ items: { url: string; unitName: string }[] }>(
    'POST',
    `/provinces/12/rounds/${survey.roundId}/links`,
    {},
  );
  const link = links.items.find(({ unitName }) => unitName === 'Hồ Thầu')!;
  const commune = survey.units.find(({ name }) => name === 'Hồ Thầu')!;
  const villages = survey.villages.filter(({ parentId }) => parentId === commune.id);
  const file = { ...survey, base: new URL(link.url).pathname, commune, villages };
  await fillEverything(service.stranger, file);

  await nextDay();
  await dueIn(3);
  await service.runtime.runScheduled();
  const kinds = async () => (await list()).filter(({ kind }) => kind !== 'not_begun').map(({ kind }) => kind);
  expect(await kinds()).toEqual(['last_week', 'last_week', 'last_week']);

  expect((await submitFile(service.stranger, file.base)).status).toBe(303);
  await nextDay();
  await dueIn(-1);
  await service.runtime.runScheduled();
  expect((await told()).filter((line) => line.includes('overdue'))).toEqual([
    'Bản Bo overdue true',
    'Tả Lèng overdue true',
  ]);
  expect((await letters()).length).toBe(3);
});

test('a closed round reminds nobody', async () => {
  await nextDay();
  await inProvince('DELETE FROM reminders');
  await inProvince('UPDATE rounds SET closes_at = due_at');
  await service.runtime.runScheduled();
  expect(await list()).toEqual([]);
});

test('the list and the completeness cost a key one round trip', async () => {
  const command = { name: 'Cổng thông tin', scopes: ['submission.read'] };
  const { key } = await (await service.as('designer')).api<{ key: string }>('POST', '/provinces/12/keys', command);
  const headers = { authorization: `Bearer ${key}` };
  for (const part of ['reminders', 'completeness', `completeness?communeId=${survey.commune.id}`]) {
    const answer = await service.stranger.get(`/v1/provinces/12/rounds/${survey.roundId}/${part}`, headers);
    expect(answer.status).toBe(200);
    expect(service.runtime.hrana.pipelines.ofRequest(answer.headers.get('x-request-id')!)).toBe(1);
  }
});

test('completeness says how far each commune and the province have come, and names villages when asked for one', async () => {
  const base = `/provinces/12/rounds/${survey.roundId}/completeness`;
  const whole = await reader.api<{ communes: object; villages: object; items: { units?: object[] }[] }>('GET', base);
  expect(whole).toMatchObject({
    communes: { expected: 3, collecting: 2, submitted: 1 },
    villages: { expected: 3, begun: 1, complete: 1 },
  });
  expect(whole.items.every(({ units }) => units === undefined)).toBe(true);
  const one = await reader.api<{ items: object[] }>('GET', `${base}?communeId=${survey.commune.id}`);
  expect(one.items).toMatchObject([
    { unit: { name: 'Bản Bo' }, units: [{ unit: { level: 'commune' } }, { unit: { level: 'village' }, begun: false }] },
  ]);
  expect((await reader.call('GET', `${base}?communeId=${survey.villages[0]!.id}`)).status).toBe(404);
});
