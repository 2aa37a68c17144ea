import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { rowsOf } from '../support/database.ts';
import { codeOf } from '../support/open-rounds.ts';
import { type Service, startService } from '../support/service.ts';

const PATH = '/provinces/12/settings';
const PAGE = '/console/12/cai-dat';

interface Settings {
  withheldQuestions: string[];
  policeMatters: string[];
  answersKeptMonths: number | null;
  answersKeptSince: string | null;
  revision: number;
}

let service: Service;
let designer: Site;
let auditor: Site;

beforeAll(async () => {
  service = await startService();
  [designer, auditor] = [await service.as('designer'), await service.as('auditor')];
});
afterAll(() => service.stop());

const read = () => designer.api<Settings>('GET', PATH);
const put = (settings: object, revision: number) =>
  designer.call('PUT', PATH, settings, { 'if-match': `"${revision}"` });

test('nothing is withheld or deleted before a province says so', async () => {
  expect(await read()).toEqual({
    withheldQuestions: [],
    policeMatters: [],
    answersKeptMonths: null,
    answersKeptSince: null,
    revision: 0,
  });
  expect(await (await designer.get(PAGE)).text()).toContain('chưa ban hành biểu mẫu');
});

test('questions of published forms can be withheld; a draft and a slip of the pen are refused', async () => {
  const version = await designer.api<{ id: string }>('POST', '/provinces/12/forms', { template: 'tam-duong-2024' });
  const wanted = { withheldQuestions: ['hotspots', 'gangs'], answersKeptMonths: 24 };
  expect(await codeOf(await put(wanted, 0))).toEqual([422, 'invalid_request']);
  await designer.api('POST', `/provinces/12/forms/versions/${version.id}/publish`);
  expect((await read()).policeMatters).toEqual(['hotspots', 'points', 'use_points', 'retailers', 'gangs']);

  const misspelt = await put({ ...wanted, withheldQuestions: ['hotspot'] }, 0);
  expect(await misspelt.json()).toMatchObject({
    errors: [{ path: 'withheldQuestions.0', code: 'unknown_question', detail: 'hotspot' }],
  });
  const answer = await put(wanted, 0);
  expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"1"']);
  expect(await answer.json()).toMatchObject({ withheldQuestions: ['gangs', 'hotspots'], answersKeptMonths: 24 });
});

test('who saw another revision, or none, changes nothing', async () => {
  const { revision } = await read();
  const open = { withheldQuestions: [], answersKeptMonths: null };
  expect(await codeOf(await put(open, revision - 1))).toEqual([412, 'revision_mismatch']);
  expect(await codeOf(await designer.call('PUT', PATH, open))).toEqual([428, 'precondition_required']);
  expect(await codeOf(await put({ ...open, answersKeptMonths: 5 }, revision))).toEqual([422, 'invalid_request']);
  expect((await read()).revision).toBe(revision);
});

test('the page shows and saves the same, and keeps what was chosen when it is not saved', async () => {
  const { revision } = await read();
  const shown = await (await designer.get(PAGE)).text();
  expect(shown).toMatch(/value="hotspots" checked|checked[^>]*value="hotspots"/);
  const fields = { withheld: 'retailers', keptMonths: '5', revision: String(revision) };
  const refused = await designer.post(PAGE, fields);
  const page = await refused.text();
  expect([refused.status, page.includes('từ 6 đến 600')]).toEqual([422, true]);
  expect(page).toMatch(/value="retailers" checked|checked[^>]*value="retailers"/);
  const saved = await designer.post(PAGE, { ...fields, keptMonths: '' });
  expect([saved.status, saved.headers.get('location')]).toEqual([303, `${PAGE}?notice=saved`]);
  expect(await read()).toMatchObject({ withheldQuestions: ['retailers'], answersKeptMonths: null });
  const late = await designer.post(PAGE, { ...fields, keptMonths: '36' });
  expect([late.status, (await late.text()).includes('Người khác vừa đổi')]).toEqual([412, true]);
});

test('an auditor looks at the settings and changes nothing; the list of rounds leads there', async () => {
  expect((await auditor.get(PAGE)).status).toBe(200);
  expect((await auditor.post(PAGE, { revision: '0' })).status).toBe(403);
  expect(await (await auditor.get('/console/12')).text()).toContain(`href="${PAGE}"`);
  const reader = await service.as('reader');
  expect((await reader.get(PAGE)).status).toBe(403);
  expect(await (await reader.get('/console/12')).text()).not.toContain(PAGE);
});

test('each change is on record with what it was and what it is', async () => {
  const sql = "SELECT detail, before_hash, after_hash FROM events WHERE act = 'setting.write' ORDER BY id";
  const [first, second] = await rowsOf(service, sql);
  expect(JSON.parse(String(first!.detail))).toEqual({
    withheldQuestions: ['gangs', 'hotspots'],
    answersKeptMonths: 24,
  });
  expect(first!.after_hash).toMatch(/^[0-9a-f]{64}$/);
  expect(second!.before_hash).toBe(first!.after_hash);
  expect(second!.after_hash).not.toBe(second!.before_hash);
});
