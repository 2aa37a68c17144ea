import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answers, templates } from '../../forms/index.ts';
import { quietAnswers } from '../../local/demo/quiet-answers.ts';
import { Site } from '../../local/demo/site.ts';
import type { Staff } from '../../local/demo/staff.ts';
import { addDays } from '../../worker/db/local-time.ts';
import { demoStaff } from '../support/demo-staff.ts';
import { FillClient, type Finding, type ProblemWire } from '../support/fill-client.ts';
import { parseCalendar, propertyOf } from '../support/icalendar.ts';
import { baseOf, givePin, linksOf, type MadeLink } from '../support/links.ts';
import { paper, person, today } from '../support/recognition.ts';
import { type Service, startService } from '../support/service.ts';
import { unitApi } from '../support/units.ts';

// One province's year as its people live it, from the list of units to the year in which a recognition is maintained. Each test
// goes on where the one before it ended.

const CSV = { 'content-type': 'text/csv' };
const UNITS = [
  'Cấp;Loại;Tên;Mã;Thuộc xã;Từ ngày',
  'xã;xã;Bản Bo;03406;;01/01/2020',
  'thôn;bản;Nà Khuy;;Bản Bo;01/01/2020',
  'thôn;bản;Nà Can;;Bản Bo;01/01/2020',
  'thôn;bản;Hợp Nhất;;Bản Bo;01/01/2020',
  'xã;xã;Tả Lèng;03430;;01/01/2020',
  'thôn;bản;Phìn Ngan;;Tả Lèng;01/01/2020',
].join('\n');
const IN_TEN_DAYS = addDays(today(), 10);

const form = templates['tam-duong-2024']!;
const models = { models_effective: 1, union_models: 1, models_evidence: 'Quyết định thành lập mô hình' };
const answersOf = (year: number) =>
  quietAnswers(form, `${year}-11-15`, { ...models, list_updated_on: `${year}-11-10`, tv_reports: 1 });
const given = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null));

interface Revised {
  id: string;
  state: string;
  revision: number;
}

let service: Service;
let staff: Staff;
let key: string;
let formVersionId: string;
/** Ids of units by name. */
let units: Map<string, string>;
/** Of the round that is under way. */
let round: { id: string; path: string };
let links: Map<string, MadeLink>;
/** What the steps of the way leave for the next one. */
let file: Revised;
let recognition: Revised;

const P12 = '/provinces/12';
const idOf = (name: string) => units.get(name)!;
const ifMatch = ({ revision }: { revision: number }) => ({ 'if-match': `"${revision}"` });
const codeOf = async (answer: Response) => `${answer.status} ${((await answer.json()) as { code?: string }).code}`;
const reading = (path: string) =>
  service.stranger.json<never>('GET', `/v1${path}`, undefined, { authorization: `Bearer ${key}` });

/** The holder of a unit's link, who has typed its PIN where it has one. */
async function holder(name: string): Promise<FillClient> {
  const link = links.get(name)!;
  const browser = new Site(service.url);
  if (link.pin) expect((await givePin(browser, baseOf(link), link.pin)).status).toBe(303);
  return new FillClient(service.url, baseOf(link), () => browser.cookie);
}

const save = (by: FillClient, name: string, over: number, answers: Answers) =>
  by.save<ProblemWire & { revision: number }>(idOf(name), over, { formVersionId, changes: given(answers) });

const review = (site: Site, act: string, body?: object) =>
  site.call('POST', `${round.path}/review/${idOf('Bản Bo')}/${act}`, body, ifMatch(file));
const fileOf = () => staff.verifier.api<Revised>('GET', `${round.path}/submissions/${idOf('Bản Bo')}`);
const propose = (site: Site) =>
  site.call('POST', `${P12}/recognition`, { unitId: idOf('Bản Bo'), roundId: round.id, ...paper('01/TTr-UBND') });
const step = (site: Site, name: string, body: object) =>
  site.call('POST', `${P12}/recognition/${recognition.id}/${name}`, body, ifMatch(recognition));

async function linksForAll(): Promise<void> {
  const { make } = linksOf(staff.designer, round.id);
  const { items } = await make({ level: 'commune' });
  let page = await make({ level: 'village', pin: true, limit: 3 });
  expect([page.items.length, page.done, page.total]).toEqual([3, 3, 4]);
  const villages = [...page.items];
  while (page.nextCursor) {
    page = await make({ level: 'village', pin: true, limit: 3, cursor: page.nextCursor });
    villages.push(...page.items);
  }
  expect(villages.length).toBe(4);
  links = new Map([...items, ...villages].map((link) => [link.unitName, link]));
}

beforeAll(async () => {
  service = await startService({ bindings: { REMIND_FROM: '00:00' } });
  staff = await demoStaff(service);
  const scopes = ['readiness.read', 'recognition.read', 'submission.read', 'round.read'];
  ({ key } = await staff.designer.api<{ key: string }>('POST', `${P12}/keys`, { name: 'Trục dữ liệu', scopes }));
});
afterAll(() => service.stop());

test('the list of units comes in as a file, seen before it is written', async () => {
  const api = unitApi(service, staff.designer, '12');
  const preview = await api<{ snapshot: string; counts: object }>('POST', '/units/import', UNITS, CSV);
  expect([preview.status, preview.body.counts]).toMatchObject([200, { create: 6, refuse: 0 }]);
  const applied = await api('POST', `/units/import?dryRun=false&snapshot=${preview.body.snapshot}`, UNITS, CSV);
  expect(applied.status).toBe(200);
  units = new Map((await api('GET', '/units')).body.items.map(({ name, id }) => [name, id]));
  expect(units.size).toBe(6);
});

test('a round of the published form opens by itself at its time, with a deadline before a day', async () => {
  const { designer } = staff;
  ({ id: formVersionId } = await designer.api<{ id: string }>('POST', `${P12}/forms`, { template: 'tam-duong-2024' }));
  await designer.api('POST', `${P12}/forms/versions/${formVersionId}/publish`);
  const opensAt = new Date(Date.now() + 700).toISOString();
  const { id } = await designer.api<{ id: string }>('POST', `${P12}/rounds`, {
    ...{ name: 'Kỳ khảo sát năm 2023', kind: 'annual', formVersionId, opensAt },
    period: { from: '2023-01-01', to: '2023-12-31' },
    deadline: { day: IN_TEN_DAYS, bound: 'before' },
  });
  round = { id, path: `${P12}/rounds/${id}` };
  while (new Date().toISOString() < opensAt) await new Promise((resolve) => setTimeout(resolve, 20));
  await service.runtime.runScheduled();
  const dueAt = `${addDays(IN_TEN_DAYS, -1)}T17:00:00.000Z`;
  expect(await designer.api('GET', round.path)).toMatchObject({ state: 'open', dueAt, closesAt: dueAt });
});

test('whoever has not begun ten days before the deadline is on the list of reminders', async () => {
  const { items } = await staff.designer.api<{ items: object[] }>('GET', `${round.path}/reminders`);
  expect(items).toMatchObject([
    { unit: { name: 'Bản Bo' }, kind: 'not_begun' },
    { unit: { name: 'Tả Lèng' }, kind: 'not_begun' },
  ]);
});

test('all villages get links with a PIN of their own, in steps; without the PIN a link opens nothing', async () => {
  await linksForAll();
  expect(new Set([...links.values()].flatMap(({ pin }) => pin ?? [])).size).toBe(4);
  const closed = new FillClient(service.url, baseOf(links.get('Nà Khuy')!));
  expect(await closed.file()).toMatchObject({ status: 401, body: { code: 'pin_required' } });
});

test('of two who save the same village at once one is told of the other, and nothing is lost', async () => {
  const { village, commune } = answersOf(2023);
  const [clerk, teacher] = await Promise.all([holder('Bản Bo'), holder('Nà Khuy')]);
  const half = { population: 960, households_total: 240 };
  const answers = await Promise.all([save(clerk, 'Nà Khuy', 0, half), save(teacher, 'Nà Khuy', 0, village(240))]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  const { current } = answers.find(({ status }) => status === 412)!.body;
  expect(current).toMatchObject({ revision: 1, answers: half });
  // Whoever was first, the teacher's is the whole village.
  expect((await save(teacher, 'Nà Khuy', current!.revision, village(240))).status).toBe(200);

  const others = ['Nà Can', 'Hợp Nhất'].map(async (name) => save(await holder(name), name, 0, village(120)));
  const all = await Promise.all([...others, save(clerk, 'Bản Bo', 0, commune())]);
  expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
});

test('the commune hands in, the reviewer returns it with a comment at a question, and the page shows it there', async () => {
  const clerk = await holder('Bản Bo');
  expect((await clerk.submit()).status).toBe(201);
  expect(await reading(`${round.path}/readiness`)).toMatchObject({ items: [{ ready: true, state: 'submitted' }, {}] });
  file = await fileOf();
  const text = 'Danh sách lưu tại xã ghi 118 hộ. Đề nghị đối chiếu lại.';
  const comments = [{ unitId: idOf('Nà Can'), question: 'households_committed', text }];
  expect((await review(staff.verifier, 'return', { comments })).status).toBe(200);
  expect(await reading(`${round.path}/readiness`)).toMatchObject({ items: [{ ready: null, state: 'returned' }, {}] });
  const section = `${baseOf(links.get('Bản Bo')!)}/${idOf('Nà Can')}/pledges`;
  expect(await (await service.stranger.get(section)).text()).toContain(text);
});

test('the village is corrected and handed in again, and somebody who made no link of it verifies it', async () => {
  const clerk = await holder('Bản Bo');
  const corrected = { households_total: 118, households_committed: 118, no_plant_pledges: 118 };
  expect((await save(clerk, 'Nà Can', 1, corrected)).status).toBe(200);
  expect((await clerk.submit()).status).toBe(201);

  file = await fileOf();
  expect(file.state).toBe('submitted');
  expect(await codeOf(await review(staff.designer, 'verify'))).toBe('403 forbidden');
  const both = await person(service, 'designer', 'verifier');
  expect(await codeOf(await review(both, 'verify'))).toBe('403 separation_of_duties');
  expect((await review(staff.verifier, 'verify')).status).toBe(200);
  expect(await reading(`${round.path}/readiness`)).toMatchObject({ items: [{ ready: true, state: 'verified' }, {}] });
});

test('what was corrected can be read afterwards, submission against submission', async () => {
  const { steps } = await staff.verifier.api<{ steps: { id: string; kind: string }[] }>(
    'GET',
    `${round.path}/submissions/${idOf('Bản Bo')}`,
  );
  expect(steps.map(({ kind }) => kind)).toEqual(['submit', 'return', 'submit', 'verify']);
  const path = `${round.path}/submissions/${idOf('Bản Bo')}/units/${idOf('Nà Can')}`;
  const compared = `${path}/compare?from=submission:${steps[0]!.id}&to=submission:${steps[2]!.id}`;
  const { items } = await staff.verifier.api<{ items: object[] }>('GET', compared);
  const corrected = { before: { answer: 120 }, after: { answer: 118 } };
  expect(items).toMatchObject(
    ['households_total', 'households_committed', 'no_plant_pledges'].map((question) => ({ question, ...corrected })),
  );
  expect(await staff.verifier.api('GET', `${path}/revisions`)).toMatchObject({
    items: [{ revision: 2, changedQuestions: 3 }, { revision: 1 }],
  });
});

test('recognition is proposed, appraised and decided by three people, and each of them by nobody else', async () => {
  const { verifier, appraiser, approver } = staff;
  expect(await codeOf(await propose(approver))).toBe('403 forbidden');
  const proposed = await propose(verifier);
  expect(proposed.status).toBe(201);
  recognition = (await proposed.json()) as Revised;

  expect(await codeOf(await step(approver, 'appraisal', paper('02/BC-CAT')))).toBe('403 forbidden');
  expect(await codeOf(await step(verifier, 'appraisal', paper('02/BC-CAT')))).toBe('403 separation_of_duties');
  recognition = (await (await step(appraiser, 'appraisal', paper('02/BC-CAT'))).json()) as Revised;

  const decision = { outcome: 'recognised', ...paper('03/QĐ-UBND') };
  expect(await codeOf(await step(appraiser, 'decision', decision))).toBe('403 forbidden');
  for (const duty of ['verifier', 'appraiser']) {
    const alsoApprover = await person(service, duty, 'approver');
    expect(await codeOf(await step(alsoApprover, 'decision', decision))).toBe('403 separation_of_duties');
  }
  recognition = (await (await step(approver, 'decision', decision)).json()) as Revised;
  expect(recognition.state).toBe('recognised');
  // What recognition rests on is not returned any more.
  file = await fileOf();
  const comments = [{ text: 'Đề nghị xem lại' }];
  expect(await codeOf(await review(verifier, 'return', { comments }))).toBe('409 state_not_allowed');
});

test('an integrator reads who is recognised, how far the target has come and what is still open', async () => {
  expect(await reading(`${P12}/recognition?state=recognised`)).toMatchObject({
    items: [{ unit: { name: 'Bản Bo' }, inForce: true, basis: { ready: true, verified: true, changed: false } }],
  });
  expect(await reading(`${round.path}/targets`)).toMatchObject({
    items: [{}, { id: 'TD17b', existing: 2, needed: 2, reached: 1, met: null }, {}, {}],
  });
  expect(await reading(`${round.path}/completeness`)).toMatchObject({
    communes: { expected: 2, verified: 1, collecting: 1 },
    villages: { expected: 4, begun: 3, complete: 3 },
  });
});

test('the deadline stands in the calendar that a telephone subscribes to, on its last day', async () => {
  const name = 'Văn phòng UBND tỉnh';
  const { url } = await staff.designer.api<{ url: string }>('POST', `${P12}/calendar-feeds`, { name });
  const calendar = parseCalendar(await (await service.stranger.get(new URL(url).pathname)).text());
  const deadline = calendar.components.find(
    (each) => propertyOf(each, 'UID') === `round-${round.id}-deadline@12.dia-ban`,
  )!;
  expect(propertyOf(deadline, 'DTSTART')).toBe(addDays(IN_TEN_DAYS, -1).replaceAll('-', ''));
});

test('a year later a number that changed by more than half wants a reason, and the recognition is maintained', async () => {
  const { designer, approver, verifier } = staff;
  const earlier = round.id;
  await designer.api('POST', `${round.path}/close`);
  const { id } = await designer.api<{ id: string }>('POST', `${P12}/rounds`, {
    ...{ name: 'Kỳ khảo sát năm 2024', kind: 'annual', formVersionId, previousRoundId: earlier },
    period: { from: '2024-01-01', to: '2024-12-31' },
  });
  round = { id, path: `${P12}/rounds/${id}` };
  await designer.api('POST', `${round.path}/open`);
  await linksForAll();

  const { village, commune } = answersOf(2024);
  const clerk = await holder('Bản Bo');
  const sizes = { 'Nà Khuy': 400, 'Nà Can': 119, 'Hợp Nhất': 121 };
  const villages = Object.entries(sizes).map(([name, households]) => save(clerk, name, 0, village(households)));
  const saved = await Promise.all([...villages, save(clerk, 'Bản Bo', 0, commune())]);
  expect(saved.map(({ status }) => status)).toEqual([200, 200, 200, 200]);

  const { confirmations, inputsVersion } = (await clerk.review()).body;
  const changed = confirmations.filter(({ key }: Finding) => key.endsWith(':changed'));
  expect(changed.map(({ unitName }) => unitName)).toEqual(['Bản Nà Khuy']);
  const unexplained = { id: randomUUID(), inputsVersion, reasons: {} };
  const refused = await clerk.ask<ProblemWire>('POST', '/submission', unexplained);
  expect([refused.status, refused.body.code]).toEqual([422, 'incomplete_submission']);
  expect((await clerk.submit(randomUUID(), 'Nhận thêm hộ từ khu tái định cư')).status).toBe(201);

  file = await fileOf();
  const maintenance = { roundId: round.id, ...paper('04/QĐ-UBND') };
  expect(await codeOf(await step(approver, 'maintenance', maintenance))).toBe('409 submission_not_verified');
  expect((await review(verifier, 'verify')).status).toBe(200);
  expect(await codeOf(await step(await person(service, 'verifier', 'approver'), 'maintenance', maintenance))).toBe(
    '403 separation_of_duties',
  );
  expect(await (await step(approver, 'maintenance', maintenance)).json()).toMatchObject({ state: 'maintained' });
  expect(await reading(`${P12}/recognition`)).toMatchObject({
    items: [{ state: 'maintained', inForce: true, basis: { roundId: round.id } }],
  });
});
