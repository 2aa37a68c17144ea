import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { baseOf } from '../support/links.ts';
import { type Service, startService } from '../support/service.ts';
import {
  CLEAN_VILLAGE,
  fillEverything,
  newRound,
  prepareSurvey,
  readinessList,
  type Survey,
  submitFile,
} from '../support/survey.ts';

let service: Service;
let designer: Site;
let clerk: Site;
let survey: Survey;

beforeAll(async () => {
  service = await startService();
  designer = await service.as('designer');
  clerk = service.stranger;
});
afterAll(() => service.stop());

// Every test has a round of its own; units are shared and frozen anew.
let units: object | undefined;
beforeEach(async () => {
  if (!units) {
    survey = await prepareSurvey(designer);
    units = survey.units;
    return;
  }
  survey = await newRound(designer, survey);
});

const section = (name: string, village = 0) => `${survey.base}/${survey.villages[village]!.id}/${name}`;
const fieldValue = (page: string, name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1];

test('answers are kept from visit to visit, written the Vietnamese way', async () => {
  const saved = await clerk.post(section('residents'), {
    population: '1192',
    households_total: '240',
    ':revision': '0',
  });
  expect(saved.status).toBe(303);
  const page = await (await clerk.get(section('residents'))).text();
  expect(fieldValue(page, 'population')).toBe('1.192');
  expect(fieldValue(page, 'households_total')).toBe('240');
});

test('an answer of the wrong type is shown again exactly as typed, beside its error, and the others are saved', async () => {
  const typed = { population: 'khoảng một nghìn', households_total: '240', ':revision': '0' };
  const saved = await clerk.post(section('residents'), typed);
  expect(saved.headers.get('location')).toBe(`${section('residents')}?saved=1`);
  const page = await (await clerk.get(section('residents'))).text();
  expect(fieldValue(page, 'population')).toBe('khoảng một nghìn');
  expect(fieldValue(page, 'households_total')).toBe('240');
  expect(page).toContain('href="#q-population"');
});

test('a part above its total is saved, named beside the question and in the summary, and cannot be submitted', async () => {
  await fillEverything(clerk, survey);
  const pledges = { ...CLEAN_VILLAGE.pledges!, households_committed: '241', ':revision': '6' };
  await clerk.post(section('pledges'), pledges);
  const page = await (await clerk.get(section('pledges'))).text();
  expect(fieldValue(page, 'households_committed')).toBe('241');
  expect(page).toContain('lớn hơn');
  const refused = await submitFile(clerk, survey.base);
  expect(refused.status).toBe(422);
  expect((await clerk.get(`${survey.base}/bien-nhan`)).status).toBe(303);
});

test('an unknown question in a post changes nothing', async () => {
  const fields = { population: '10', households_total: '2', khong_co: '5', ':revision': '0' };
  expect((await clerk.post(section('residents'), fields)).status).toBe(303);
  expect(await (await clerk.get(section('residents'))).text()).not.toContain('khong_co');
});

test('two people on one village: the second is told, sees both values, and overwrites only knowingly', async () => {
  await clerk.post(section('residents'), { population: '100', households_total: '20', ':revision': '0' });
  const second = { population: '150', households_total: '20', ':revision': '0' };
  const conflict = await clerk.post(section('residents'), second);
  const page = await conflict.text();
  expect(conflict.status).toBe(409);
  expect(fieldValue(page, 'population')).toBe('150');
  expect(page).toContain('100');
  expect(await (await clerk.get(section('residents'))).text()).toContain('value="100"');

  const knowingly = { ...second, ':revision': fieldValue(page, ':revision')! };
  expect((await clerk.post(section('residents'), knowingly)).status).toBe(303);
  expect(fieldValue(await (await clerk.get(section('residents'))).text(), 'population')).toBe('150');
});

test('of many saves of the same revision at once exactly one is kept', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, i) =>
      clerk.post(section('residents'), { population: String(100 + i), households_total: '20', ':revision': '0' }),
    ),
  );
  expect(answers.filter(({ status }) => status === 303).length).toBe(1);
  expect(answers.filter(({ status }) => status === 409).length).toBe(7);
});

test('a village that has not answered may be submitted with a reason, and leaves the verdict open', async () => {
  await fillEverything(clerk, { ...survey, villages: survey.villages.slice(0, 1) });
  expect((await submitFile(clerk, survey.base, '   ')).status).toBe(422);
  const submitted = await submitFile(clerk, survey.base, 'Bản bị cô lập do mưa lũ');
  expect(submitted.headers.get('location')).toBe(`${survey.base}/bien-nhan`);
  const [commune] = await readinessList(clerk, survey);
  expect(commune).toMatchObject({ ready: null, state: 'submitted', coverage: { expected: 2, answered: 1 } });
});

test('submitting twice, or twice at once, gives one submission with one reference', async () => {
  await fillEverything(clerk, survey);
  const answers = await Promise.all([submitFile(clerk, survey.base), submitFile(clerk, survey.base)]);
  expect(answers.map(({ status }) => status)).toContain(303);
  const again = await submitFile(clerk, survey.base);
  expect(again.headers.get('location')).toBe(`${survey.base}/bien-nhan`);
  const path = `/provinces/12/rounds/${survey.roundId}/submissions`;
  const { items } = await designer.api<{ items: { state: string; reference: string }[] }>('GET', path);
  expect(items[0]!.state).toBe('submitted');
  expect(await (await clerk.get(`${survey.base}/bien-nhan`)).text()).toContain(items[0]!.reference);
});

test('a submitted file can be read and not written', async () => {
  await fillEverything(clerk, survey);
  await submitFile(clerk, survey.base);
  const page = await clerk.get(section('residents'));
  expect(page.status).toBe(200);
  expect(await page.text()).not.toContain('<form');
  const refused = await clerk.post(section('residents'), { population: '9', households_total: '1', ':revision': '6' });
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain('already_submitted');
});

test('an answer saved after the review was opened is not submitted unseen', async () => {
  await fillEverything(clerk, survey);
  const page = await (await clerk.get(`${survey.base}/nop`)).text();
  await clerk.post(section('crime'), { ...CLEAN_VILLAGE.crime!, hotspots: '1', ':revision': '6' });
  const refused = await clerk.post(`${survey.base}/nop`, { inputsVersion: fieldValue(page, 'inputsVersion')! });
  expect(refused.status).toBe(422);
  expect((await submitFile(clerk, survey.base)).status).toBe(303);
  expect((await readinessList(clerk, survey))[0]!.ready).toBe(false);
});

test('a closed round takes no answers and keeps what was typed on the page', async () => {
  await clerk.post(section('residents'), { population: '100', households_total: '20', ':revision': '0' });
  await designer.api('POST', `/provinces/12/rounds/${survey.roundId}/close`);
  const refused = await clerk.post(section('residents'), {
    population: '777',
    households_total: '20',
    ':revision': '1',
  });
  expect(refused.status).toBe(409);
  const page = await refused.text();
  expect(page).toContain('round_closed');
  expect(page).toContain('777');
  expect(await (await clerk.get(section('residents'))).text()).toContain('100');
});

test("a village's link shows and saves that village only, and neither submits nor shows the commune's verdict", async () => {
  const path = `/provinces/12/rounds/${survey.roundId}/links`;
  const [first, second] = survey.villages;
  const { items } = await designer.api<{ items: { url: string }[] }>('POST', path, { unitIds: [first!.id] });
  const base = baseOf(items[0]!);
  const overview = await (await clerk.get(base)).text();
  expect(overview).toContain(first!.name);
  expect(overview).not.toContain(second!.name);
  expect(overview).not.toContain('/nop');
  expect((await clerk.get(`${base}/${second!.id}/residents`)).status).toBe(404);
  expect((await clerk.get(`${base}/nop`)).status).toBe(404);
  const saved = await clerk.post(`${base}/${first!.id}/residents`, {
    population: '10',
    households_total: '2',
    ':revision': '0',
  });
  expect(saved.status).toBe(303);
});

test('figures of a day to come are an error; numbers far from the previous round want a reason', async () => {
  await fillEverything(clerk, survey);
  await clerk.post(section('closing'), { ...CLEAN_VILLAGE.closing!, as_of: '2999-01-01', ':revision': '6' });
  expect((await submitFile(clerk, survey.base)).status).toBe(422);
  expect(await (await clerk.get(section('closing'))).text()).toContain('Ngày chốt số liệu chưa tới');
  await clerk.post(section('closing'), { ...CLEAN_VILLAGE.closing!, ':revision': '7' });
  expect((await submitFile(clerk, survey.base)).status).toBe(303);

  const { base } = await newRound(designer, survey, { name: 'Kỳ sau', previousRoundId: survey.roundId });
  await fillEverything(clerk, { ...survey, base });
  const residents = `${base}/${survey.villages[0]!.id}/residents`;
  expect(await (await clerk.get(residents)).text()).toContain('Kỳ trước: 1.192');
  await clerk.post(residents, { population: '2.000', households_total: '240', ':revision': '6' });
  const review = await (await clerk.get(`${base}/nop`)).text();
  expect(review).toContain('Thay đổi trên 50% so với kỳ trước: Dân số thực tế cư trú: 1.192 → 2.000.');
  expect((await submitFile(clerk, base, '')).status).toBe(422);
  expect((await submitFile(clerk, base, 'Đã rà soát lại dân số')).status).toBe(303);
});
