import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { FillClient } from '../support/fill-client.ts';
import { answer, field, newPhone, openLive, saveStateIs } from '../support/fill-page.ts';
import { type Service, startService } from '../support/service.ts';
import { prepareSurvey, type Survey } from '../support/survey.ts';

let service: Service;
let survey: Survey;
let browser: Browser;
let phone: BrowserContext;
let page: Page;
let village: number;

/** Each test has a village of its own; there are some to spare. */
const VILLAGES = {
  communes: [
    {
      kindLabel: 'xã',
      name: 'Bản Bo',
      villages: Array.from({ length: 20 }, (_, index) => ({ kindLabel: 'bản', name: `Nà Khuy ${index + 1}` })),
    },
  ],
};

beforeAll(async () => {
  service = await startService();
  survey = await prepareSurvey(await service.as('designer'), '12', VILLAGES);
  browser = await launchBrowser();
  village = -1;
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});
beforeEach(async () => {
  village++;
  phone = await newPhone(browser);
  page = await phone.newPage();
});
afterEach(async () => {
  await phone.close();
});

const unitId = () => survey.villages[village]!.id;
const section = (name: string) => `${service.url}${survey.base}/${unitId()}/${name}`;

/** The unit as the server has it. */
async function saved() {
  const { body } = await new FillClient(service.url, survey.base).file();
  return { ...body.units.find(({ id }) => id === unitId())!, formVersionId: body.form.versionId };
}

/** Somebody else's save of the same village. */
async function someoneElse(changes: Record<string, unknown>): Promise<void> {
  const { revision, formVersionId } = await saved();
  const { status } = await new FillClient(service.url, survey.base).save(unitId(), revision, {
    formVersionId,
    changes,
  });
  expect(status).toBe(200);
}

test('what is typed is saved when typing pauses, in one request for all of it', async () => {
  await openLive(page, section('residents'));
  const patches: string[] = [];
  page.on('request', (request) => request.method() === 'PATCH' && patches.push(request.url()));
  await answer(page, 'population', '1.192');
  await answer(page, 'households_total', '240');
  await saveStateIs(page, 'Đã lưu');
  await expect
    .poll(async () => (await saved()).answers, { timeout: 5000 })
    .toEqual({ population: 1192, households_total: 240 });
  expect(patches).toHaveLength(1);
});

test('a page that is loaded anew in the middle of typing has lost nothing', async () => {
  await openLive(page, section('residents'));
  await field(page, 'population').pressSequentially('1192');
  await page.reload();
  await page.locator('main[data-live]').waitFor();
  expect(await field(page, 'population').inputValue()).toBe('1.192');
  await expect.poll(async () => (await saved()).answers, { timeout: 5000 }).toEqual({ population: 1192 });
});

test('what was typed before the script was there is saved too', async () => {
  await page.route('**/fill-*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await page.goto(section('pledges'), { waitUntil: 'commit' });
  await answer(page, 'households_committed', '12');
  await answer(page, 'tip_box', 'yes');
  await page.locator('main[data-live]').waitFor();
  expect(await field(page, 'households_committed').inputValue()).toBe('12');
  await expect
    .poll(async () => (await saved()).answers, { timeout: 5000 })
    .toEqual({ households_committed: 12, tip_box: 'yes' });
});

test('a form that was sent without the script, and too late, is taken over with both answers', async () => {
  const script = '**/fill-*.js';
  await page.route(script, (route) => route.abort());
  await page.goto(section('residents'));
  await someoneElse({ population: 1000 });
  await field(page, 'population').fill('1192');
  await page.unroute(script);
  await page.locator('main button[value="stay"]').click();
  await page.locator('main[data-live]').waitFor();
  await page.getByRole('button', { name: 'Giữ của tôi: 1.192 người' }).click();
  await expect.poll(async () => (await saved()).answers, { timeout: 5000 }).toEqual({ population: 1192 });
});

test('a browser that dies with a save under way sends the same save again, and it counts once', async () => {
  await openLive(page, section('residents'));
  // The request arrives, its answer does not.
  await page.route('**/api/units/*', async (route) => {
    await route.fetch();
    await new Promise(() => undefined);
  });
  await answer(page, 'population', '1192');
  await expect.poll(async () => (await saved()).revision, { timeout: 5000 }).toBe(1);
  await page.close({ runBeforeUnload: false });
  page = await phone.newPage();
  await openLive(page, section('residents'));
  await saveStateIs(page, 'Đã lưu');
  expect(await saved()).toMatchObject({ revision: 1, answers: { population: 1192 } });
});

test('a network that dies during saves loses none of them and saves none twice', async () => {
  await openLive(page, section('drug_users'));
  let turn = 0;
  await page.route('**/api/units/*', async (route) => {
    turn++;
    // Lost on the way there, lost on the way back, then well again.
    if (turn % 3 === 1) return route.abort('connectionreset');
    if (turn % 3 === 2) {
      await route.fetch();
      return route.abort('connectionreset');
    }
    return route.continue();
  });
  await answer(page, 'addicts_total', '5');
  await expect.poll(() => turn, { timeout: 10_000 }).toBeGreaterThan(0);
  await answer(page, 'addicts_with_file', '4');
  await saveStateIs(page, 'Đã lưu');
  await expect
    .poll(async () => (await saved()).answers, { timeout: 15_000 })
    .toEqual({
      addicts_total: 5,
      addicts_with_file: 4,
    });
  expect((await saved()).revision).toBeLessThanOrEqual(2);
});

test('what somebody else changed elsewhere is taken over, and our own answers go onto theirs', async () => {
  await openLive(page, section('residents'));
  await someoneElse({ households_total: 240 });
  await answer(page, 'population', '1192');
  await saveStateIs(page, 'Đã lưu');
  await expect
    .poll(async () => (await saved()).answers, { timeout: 5000 })
    .toEqual({ population: 1192, households_total: 240 });
  expect(await field(page, 'households_total').inputValue()).toBe('240');
});

test('two answers to one question are both shown, and the one that is chosen counts', async () => {
  await openLive(page, section('residents'));
  await someoneElse({ population: 1000 });
  await answer(page, 'population', '1192');
  await saveStateIs(page, 'Có người khác vừa sửa');
  expect((await saved()).answers).toEqual({ population: 1000 });
  await page.getByRole('button', { name: 'Lấy của người kia: 1.000 người' }).waitFor();
  await page.screenshot({ path: 'screenshots/fill-conflict.png', fullPage: true });
  await page.getByRole('button', { name: 'Giữ của tôi: 1.192 người' }).click();
  await saveStateIs(page, 'Đã lưu');
  await expect.poll(async () => (await saved()).answers, { timeout: 5000 }).toEqual({ population: 1192 });
});

test('two windows show each other what is saved, and keep both answers where they contradict', async () => {
  await openLive(page, section('residents'));
  const other = await phone.newPage();
  await openLive(other, section('residents'));
  await answer(page, 'population', '1192');
  await expect.poll(() => field(other, 'population').inputValue()).toBe('1.192');

  // Both are being typed into at once.
  await field(other, 'households_total').focus();
  await other.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('[name="households_total"]')!;
    input.value = '2';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect.poll(() => field(page, 'households_total').inputValue()).toBe('2');
  await answer(page, 'households_total', '240');
  await field(other, 'households_total').fill('241');
  await field(other, 'households_total').blur();
  await other.getByRole('button', { name: 'Lấy của người kia: 240 hộ' }).click();
  await expect
    .poll(async () => (await saved()).answers, { timeout: 5000 })
    .toEqual({ population: 1192, households_total: 240 });
  await expect.poll(() => field(other, 'households_total').inputValue()).toBe('240');
});

test('a round that closes meanwhile says so and keeps what was typed', async () => {
  await openLive(page, section('residents'));
  await page.route('**/api/units/*', (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({ code: 'round_closed', title: 'Kỳ khảo sát đã đóng.' }),
    }),
  );
  await answer(page, 'population', '1192');
  await saveStateIs(page, 'Kỳ khảo sát đã đóng.');
  await page.getByRole('button', { name: 'Tải tệp số liệu chưa gửi' }).waitFor();
  expect(await field(page, 'population').inputValue()).toBe('1.192');
});

/** Somebody's telephone number among the evidence. */
const PERSONAL = 'Hỏi anh C, 0912 345 678';

test('what looks like a person’s number is said to be one without a network, and goes nowhere', async () => {
  const sent: (string | null)[] = [];
  page.on('request', (request) => request.method() === 'PATCH' && sent.push(request.postData()));
  await openLive(page, section('closing'));
  await phone.setOffline(true);
  await answer(page, 'evidence', PERSONAL);
  await answer(page, 'as_of', '2024-11-15');
  const reason = page.locator('#e-evidence');
  await expect.poll(() => reason.innerText(), { timeout: 15_000 }).toContain('“0912 345 678”: Không ghi họ tên');
  await phone.setOffline(false);
  await expect.poll(async () => (await saved()).answers, { timeout: 15_000 }).toEqual({ as_of: '2024-11-15' });
  expect(sent.length).toBeGreaterThan(0);
  expect(sent.join()).not.toContain('0912');
});

/** Safari before 16.4 does not know what the patterns are made of. */
const withoutLookbehind = () => {
  globalThis.RegExp = new Proxy(RegExp, {
    construct(Native, [source, flags]) {
      if (/\(\?<[!=]/.test(String(source))) throw new SyntaxError('invalid group specifier name');
      return new Native(source, flags);
    },
  });
};

test('where the browser cannot tell, the server says it: the number stays in its field, also after a reload, and the rest is saved', async () => {
  await page.addInitScript(withoutLookbehind);
  await openLive(page, section('closing'));
  await answer(page, 'evidence', PERSONAL);
  await answer(page, 'as_of', '2024-11-15');
  const reason = page.locator('#e-evidence');
  await expect.poll(() => reason.innerText(), { timeout: 15_000 }).toContain('“0912 345 678” giống số điện thoại');
  await expect.poll(async () => (await saved()).answers, { timeout: 15_000 }).toEqual({ as_of: '2024-11-15' });
  await page.reload();
  await page.locator('main[data-live]').waitFor();
  expect(await field(page, 'evidence').inputValue()).toBe(PERSONAL);
  expect(await reason.innerText()).toContain('“0912 345 678”');
  await answer(page, 'evidence', 'Biên bản số 12/BB-UBND');
  await expect
    .poll(async () => (await saved()).answers, { timeout: 15_000 })
    .toEqual({ as_of: '2024-11-15', evidence: 'Biên bản số 12/BB-UBND' });
  expect(await reason.count()).toBe(0);
});

test('what a form without its script did not store is still in the field when the script comes', async () => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/fill-*.js', async (route) => {
    await arrived;
    await route.continue().catch(() => undefined);
  });
  await page.goto(section('closing'), { waitUntil: 'commit' });
  await field(page, 'evidence').fill(PERSONAL);
  await page.getByRole('button', { name: 'Lưu', exact: true }).click({ noWaitAfter: true });
  await page.locator('.save-state.held').waitFor();
  arrive();
  await page.locator('main[data-live]').waitFor();
  expect(await field(page, 'evidence').inputValue()).toBe(PERSONAL);
  await expect.poll(() => page.locator('#e-evidence').innerText(), { timeout: 15_000 }).toContain('“0912 345 678”');
  expect((await saved()).answers).toEqual({});
});
