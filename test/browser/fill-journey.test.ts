import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { launchBrowser } from '../support/browser.ts';
import { compressing } from '../support/compressing.ts';
import { rowsOf } from '../support/database.ts';
import { FillClient } from '../support/fill-client.ts';
import { answer, field, newPhone, openLive, saveStateIs } from '../support/fill-page.ts';
import { type Service, startService } from '../support/service.ts';
import { CLEAN_VILLAGE, fillEverything, prepareSurvey, type Survey, submitFile } from '../support/survey.ts';

let service: Service;
let designer: Site;
let survey: Survey;
let browser: Browser;
let phone: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  service = await startService();
  designer = await service.as('designer');
  survey = await prepareSurvey(designer);
  phone = await newPhone(browser, 320);
  page = await phone.newPage();
});
afterEach(async () => {
  await phone.close();
  await service.stop();
});

const url = (path = '') => `${service.url}${survey.base}${path}`;
const section = (name: string, village = 0) => url(`/${survey.villages[village]!.id}/${name}`);
const saved = async () => {
  const { body } = await new FillClient(service.url, survey.base).file();
  return body.units.find(({ id }) => id === survey.villages[0]!.id)!;
};

test('a network that dies during handing in leaves exactly one submission, and its receipt', async () => {
  await fillEverything(service.stranger, survey);
  await page.goto(url('/nop'));
  for (const reason of await page.locator('[name^="reason:"]').all()) await reason.fill('Đang xác minh');
  // The file arrives and the answer is lost, as is that of the next try: the post that a reload sends again.
  let lost = 0;
  await page.route('**/nop', async (route) => {
    if (route.request().method() !== 'POST' || lost === 2) return route.continue();
    lost += 1;
    await route.fetch({ maxRedirects: 0 });
    await route.abort('connectionreset');
  });
  await page.getByRole('button', { name: 'Nộp phiếu' }).click();
  await page.waitForURL('chrome-error://**');
  await page.reload().catch(() => undefined);
  expect(lost).toBe(2);
  // The page of the error is still on its way there: the clerk opens the form anew.
  const again = await phone.newPage();
  await again.goto(url('/nop'));
  await again.waitForURL('**/bien-nhan');
  const steps = await rowsOf(service, `SELECT kind FROM submission_steps WHERE round_id = ?`, [survey.roundId]);
  expect(steps.map(({ kind }) => kind)).toEqual(['submit']);
});

test('a returned form says so, and each comment stands at its question', async () => {
  await fillEverything(service.stranger, survey);
  await submitFile(service.stranger, survey.base);
  const verifier = await service.as('verifier');
  const path = `/provinces/12/rounds/${survey.roundId}/review/${survey.commune.id}`;
  const { revision } = await verifier.api<{ revision: number }>('GET', path);
  const comment = { unitId: survey.villages[0]!.id, question: 'hotspots', text: 'Công an xã ghi nhận một tụ điểm' };
  await verifier.api('POST', `${path}/return`, { comments: [comment] }, { 'if-match': `"${revision}"` });

  await openLive(page, url());
  await page.getByText('Phiếu đã được trả lại để sửa.').waitFor();
  await openLive(page, section('crime'));
  await page.getByText(comment.text).waitFor();
  await answer(page, 'hotspots', '1');
  await saveStateIs(page, 'Đã lưu');
  expect((await saved()).answers.hotspots).toBe(1);
});

test('back and forward show what was typed, and lose and repeat nothing', async () => {
  await openLive(page, section('residents'));
  await answer(page, 'population', '1192');
  await page.locator('button[value="next"]').click();
  await page.waitForURL('**/drug_users');
  await page.locator('main[data-live]').waitFor();
  await answer(page, 'addicts_total', '3');
  await page.goBack();
  await page.locator('main[data-live]').waitFor();
  await expect.poll(() => field(page, 'population').inputValue()).toBe('1.192');
  await answer(page, 'households_total', '240');
  await page.goForward();
  await page.locator('main[data-live]').waitFor();
  await expect.poll(() => field(page, 'addicts_total').inputValue()).toBe('3');
  await saveStateIs(page, 'Đã lưu');
  expect((await saved()).answers).toMatchObject({ population: 1192, households_total: 240, addicts_total: 3 });
});

test('on a line of 50 kbit/s with 400 ms a section can be filled in, and what is typed is saved', async () => {
  const line = await compressing(service.url);
  const client = await phone.newCDPSession(page);
  await client.send('Network.enable');
  const bytes = 50_000 / 8;
  const slow = { offline: false, latency: 400, downloadThroughput: bytes, uploadThroughput: bytes };
  await client.send('Network.emulateNetworkConditions', slow);
  const begun = performance.now();
  const seconds = () => ((performance.now() - begun) / 1000).toFixed(1);
  await page.goto(`${line.url}${survey.base}/${survey.villages[0]!.id}/residents`, { waitUntil: 'commit' });
  await field(page, 'population').fill(CLEAN_VILLAGE.residents!.population!);
  const typed = seconds();
  await field(page, 'population').blur();
  await expect.poll(async () => (await saved()).answers.population, { timeout: 40_000, interval: 200 }).toBe(1192);
  console.log(`50 kbit/s, 400 ms: typed after ${typed} s, saved after ${seconds()} s`);
  line.close();
});
