import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { launchBrowser } from '../support/browser.ts';
import { FillClient } from '../support/fill-client.ts';
import { answer, field, newPhone, openLive, saveStateIs } from '../support/fill-page.ts';
import { baseOf } from '../support/links.ts';
import { type Service, startService } from '../support/service.ts';
import { CLEAN_VILLAGE, prepareSurvey, type Survey } from '../support/survey.ts';

let service: Service;
let designer: Site;
let survey: Survey;
let browser: Browser;
let phone: BrowserContext;
let page: Page;

const VILLAGES = {
  communes: [
    {
      kindLabel: 'xã',
      name: 'Bản Bo',
      villages: Array.from({ length: 4 }, (_, index) => ({ kindLabel: 'bản', name: `Nà Khuy ${index + 1}` })),
    },
  ],
};

beforeAll(async () => {
  service = await startService();
  designer = await service.as('designer');
  survey = await prepareSurvey(designer, '12', VILLAGES);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});
beforeEach(async () => {
  phone = await newPhone(browser, 320);
  page = await phone.newPage();
});
afterEach(async () => {
  await phone.close();
});

const url = (path = '') => `${service.url}${survey.base}${path}`;
const section = (village: number, name: string) => url(`/${survey.villages[village]!.id}/${name}`);

async function savedUnit(village: number, base = survey.base) {
  const { body } = await new FillClient(service.url, base).file();
  return body.units.find(({ id }) => id === survey.villages[village]!.id)!;
}

/** Opens the link once, as a clerk does in the office, until its pages are kept. */
async function visitOnce(): Promise<void> {
  await openLive(page, url());
  await expect
    .poll(() => page.evaluate(async (path) => (await caches.match(`${path}?shell`))?.status, survey.base), {
      timeout: 10_000,
    })
    .toBe(200);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

/** Opens a link from its message; gives the path of its pages once they are kept, and so is the way to them. */
async function visitThrough(link: string): Promise<string> {
  await openLive(page, link);
  const path = new URL(page.url()).pathname;
  const isKept = async (path: string) => {
    const entrance = await navigator.serviceWorker.getRegistration('/s/');
    return entrance?.active?.state === 'activated' && (await caches.match(`${path}?shell`)) !== undefined;
  };
  await expect.poll(() => page.evaluate(isKept, path), { timeout: 10_000 }).toBe(true);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  return path;
}

test('a whole village is filled in without a network and sent when there is one', async () => {
  await visitOnce();
  await phone.setOffline(true);
  for (const [name, fields] of Object.entries(CLEAN_VILLAGE)) {
    await openLive(page, section(0, name));
    for (const [question, value] of Object.entries(fields)) await answer(page, question, value);
  }
  await saveStateIs(page, 'Ngoại tuyến – sẽ gửi khi có mạng');
  await page.screenshot({ path: 'screenshots/fill-offline-section.png', fullPage: true });

  // The list of villages knows it, and so does the page after it was loaded anew.
  await openLive(page, url());
  await page.locator('.unit', { hasText: 'Nà Khuy 1' }).getByText('đã xong').waitFor();
  await page.screenshot({ path: 'screenshots/fill-offline-overview.png', fullPage: true });
  await openLive(page, section(0, 'pledges'));
  expect(await field(page, 'households_committed').inputValue()).toBe('240');
  expect(await savedUnit(0)).toMatchObject({ revision: 0 });

  await phone.setOffline(false);
  await saveStateIs(page, 'Đã lưu');
  const { answers } = await savedUnit(0);
  expect(answers).toMatchObject({ population: 1192, hotspots: 0, hotline_board: 'yes', as_of: '2024-11-15' });
  expect(Object.keys(answers)).toHaveLength(Object.values(CLEAN_VILLAGE).flatMap(Object.keys).length);
});

test('what is typed is kept also when the page is left with the last key', async () => {
  await visitOnce();
  await openLive(page, section(1, 'drug_users'));
  await phone.setOffline(true);
  const devtools = await phone.newCDPSession(page);
  for (const value of ['1', '2', '3']) {
    await openLive(page, section(1, 'drug_users'));
    // So slow that the page goes before the disk has answered.
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 20 });
    await page.evaluate(
      ([value, next]) => {
        const input = document.querySelector<HTMLInputElement>('main [name="addicts_total"]')!;
        input.value = value!;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        location.assign(next!);
      },
      [value, section(1, 'crime')],
    );
    await page.waitForURL('**/crime');
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await openLive(page, section(1, 'drug_users'));
    expect(await field(page, 'addicts_total').inputValue()).toBe(value);
  }
});

test('the link in the message opens without a network too, once it was opened', async () => {
  const link = await newLink();
  const pages = await visitThrough(link.url);
  const residents = `${service.url}${pages}/${survey.villages[3]!.id}/residents`;
  await phone.setOffline(true);
  await openLive(page, link.url);
  expect(page.url()).toBe(service.url + pages);
  await openLive(page, residents);
  await answer(page, 'households_total', '31');
  await saveStateIs(page, 'Ngoại tuyến');
  await phone.setOffline(false);
  await saveStateIs(page, 'Đã lưu');
  expect((await savedUnit(3, baseOf(link))).answers).toEqual({ households_total: 31 });
});

test('where the browser does not know a link any more, the page has what was not sent until the link is opened again', async () => {
  const link = await newLink();
  const pages = await visitThrough(link.url);
  await openLive(page, `${service.url}${pages}/${survey.villages[3]!.id}/crime`);
  await phone.setOffline(true);
  await answer(page, 'hotspots', '2');
  await saveStateIs(page, 'Ngoại tuyến');
  await phone.clearCookies();
  await phone.setOffline(false);
  await saveStateIs(page, 'Hãy mở lại đường dẫn trong tin nhắn đã nhận.');
  await page.reload();
  await page.getByRole('button', { name: 'Tải tệp số liệu chưa gửi' }).waitFor();
  expect(await page.locator('h1').innerText()).toBe('Hãy mở lại đường dẫn trong tin nhắn đã nhận.');
  expect(await page.getByRole('button').count()).toBe(1);

  await openLive(page, link.url);
  await expect.poll(async () => (await savedUnit(3, baseOf(link))).answers.hotspots, { timeout: 10_000 }).toBe(2);
});

test('handing in waits for what was not sent', async () => {
  await visitOnce();
  await openLive(page, section(1, 'residents'));
  await phone.setOffline(true);
  await answer(page, 'population', '100');
  await openLive(page, url());
  await page.getByRole('link', { name: 'Kiểm tra và nộp phiếu' }).click();
  await page.getByText('Còn câu trả lời chưa gửi được.').waitFor();
  await phone.setOffline(false);
  await expect.poll(async () => (await savedUnit(1)).answers.population, { timeout: 10_000 }).toBe(100);
  await page.getByRole('link', { name: 'Kiểm tra và nộp phiếu' }).click();
  await page.waitForURL('**/nop');
});

test('what one link has kept is nothing to another, and goes when the link is revoked but for what was not sent', async () => {
  const issue = async () => {
    const path = `/provinces/12/rounds/${survey.roundId}/links`;
    const { items } = await designer.api<{ items: { id: string; url: string }[] }>('POST', path, {});
    return { id: items[0]!.id, base: baseOf(items[0]!) };
  };
  await visitOnce();
  await openLive(page, section(2, 'residents'));
  await answer(page, 'households_total', '24');
  await expect.poll(async () => (await savedUnit(2)).answers, { timeout: 5000 }).toEqual({ households_total: 24 });
  await phone.setOffline(true);
  await answer(page, 'population', '412');
  await saveStateIs(page, 'Ngoại tuyến');

  // Revoked while the clerk was in the mountains.
  await designer.api('POST', `/provinces/12/rounds/${survey.roundId}/links/${survey.linkId}/revoke`);
  const fresh = await issue();
  await phone.setOffline(false);
  await saveStateIs(page, 'Đường dẫn này đã bị thu hồi.');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải tệp số liệu chưa gửi' }).click();
  const file = await (await download).path();
  const content = JSON.parse(await readFile(file, 'utf8'));
  expect(content).toMatchObject({
    kind: 'dia-ban/unsent-answers',
    version: 1,
    communeId: survey.commune.id,
    units: [{ unitId: survey.villages[2]!.id, answers: { population: { now: { answer: 412, raw: null } } } }],
  });

  // The page says so too when it is opened again, and still has what was not sent.
  expect(await page.evaluate((path) => caches.has(`dia-ban:${path}`), survey.base)).toBe(false);
  await page.goto(section(2, 'residents'));
  await page.getByRole('button', { name: 'Tải tệp số liệu chưa gửi' }).waitFor();
  expect(await page.locator('h1').innerText()).toBe('Đường dẫn này đã bị thu hồi.');

  await openLive(page, `${service.url}${fresh.base}`);
  await page.locator('input[type="file"]').setInputFiles({
    name: 'so-lieu-chua-gui.json',
    mimeType: 'application/json',
    buffer: await readFile(file),
  });
  await page.getByText('Đã lấy 1 câu trả lời từ tệp.').waitFor();
  await expect
    .poll(async () => (await savedUnit(2, fresh.base)).answers, { timeout: 10_000 })
    .toEqual({ population: 412, households_total: 24 });
});

test('a full disk is said, and answers are saved over the network as before', async () => {
  const link = await newLink();
  await page.addInitScript(() => {
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.put = full;
  });
  await openLive(page, `${service.url}${baseOf(link)}/${survey.villages[3]!.id}/residents`);
  await page.getByText('Bộ nhớ của máy đã đầy').waitFor();
  await answer(page, 'population', '300');
  await expect.poll(async () => (await savedUnit(3, baseOf(link))).answers.population, { timeout: 10_000 }).toBe(300);
});

async function newLink(): Promise<{ url: string }> {
  const path = `/provinces/12/rounds/${survey.roundId}/links`;
  const { items } = await designer.api<{ items: { url: string }[] }>('POST', path, {});
  return items[0]!;
}
