import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { pageFaults } from '../support/accessibility.ts';
import { launchBrowser } from '../support/browser.ts';
import { answer, field, newPhone, openLive, saveStateIs } from '../support/fill-page.ts';
import { PASSWORD, type Service, startService } from '../support/service.ts';
import { prepareSurvey, type Survey } from '../support/survey.ts';

let service: Service;
let designer: Site;
let survey: Survey;
let browser: Browser;
let phone: BrowserContext;
let page: Page;

beforeAll(async () => {
  service = await startService();
  designer = await service.as('designer');
  survey = await prepareSurvey(designer);
  // As people's browsers: whole pages stay in memory for the way back.
  browser = await launchBrowser({ keepsPages: true });
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});
beforeEach(async () => {
  phone = await newPhone(browser, 320);
  page = await phone.newPage();
});
afterEach(() => phone.close());

const CLOSE = 'Đóng phiếu trên máy này';
const CLOSED = 'Đã đóng phiếu trên máy này';
const LINK_NEEDED = 'Hãy mở lại đường dẫn trong tin nhắn đã nhận.';

async function newLink(): Promise<string> {
  const path = `/provinces/12/rounds/${survey.roundId}/links`;
  const { items } = await designer.api<{ items: { url: string }[] }>('POST', path, { unitIds: [survey.commune.id] });
  return items[0]!.url;
}

/** Opens a link from its message, and waits until the browser keeps what it keeps of it. */
async function visit(url: string): Promise<string> {
  await openLive(page, url);
  const base = new URL(page.url()).pathname;
  const isKept = (path: string) => caches.match(`${path}?shell`).then(Boolean);
  await expect.poll(() => page.evaluate(isKept, base), { timeout: 10_000 }).toBe(true);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  return base;
}

const residents = (base: string) => `${service.url}${base}/${survey.villages[0]!.id}/residents`;

/** What the browser has of a link, wherever a page can keep something. */
const keptOf = (base: string) =>
  page.evaluate(async (path) => {
    const names = [...(await caches.keys()), ...(await indexedDB.databases()).map(({ name }) => `database ${name}`)];
    const registrations = await navigator.serviceWorker.getRegistrations();
    return [...names, ...Object.keys(localStorage), ...registrations.map(({ scope }) => new URL(scope).pathname)]
      .filter((name) => name.endsWith(path))
      .sort();
  }, base);

/** What is in the link's database, as JSON; a page that asks for the link makes an empty one. */
const answersKeptOf = (base: string) =>
  page.evaluate(
    (name) =>
      new Promise<string>((resolve) => {
        indexedDB.open(name).onsuccess = ({ target }) => {
          const { result } = target as IDBOpenDBRequest;
          const kept = result.transaction(['units', 'file']);
          const [units, files] = [kept.objectStore('units').getAll(), kept.objectStore('file').getAll()];
          kept.oncomplete = () => {
            result.close();
            resolve(JSON.stringify([units.result, files.result]));
          };
        };
      }),
    `dia-ban:${base}`,
  );

const knowsLink = async (base: string) =>
  (await phone.cookies(service.url + base)).some(({ name }) => name === 'dia-ban-link');

const closeForm = () => page.getByRole('button', { name: 'Đóng phiếu', exact: true }).click();
const closedIsDone = () => page.locator('[data-closed][data-done]').waitFor();
const heading = () => page.locator('h1').innerText();

describe('closing a form on a shared machine', () => {
  test('takes away the link, what the browser kept of it, and the way back', async () => {
    const url = await newLink();
    const base = await visit(url);
    await openLive(page, residents(base));
    await answer(page, 'population', '1192');
    await saveStateIs(page, 'Đã lưu');
    const window = await phone.newPage();
    await openLive(window, residents(base));
    await openLive(page, service.url + base);
    expect(await keptOf(base)).toHaveLength(3);
    await page.getByRole('link', { name: CLOSE }).click();
    await page.waitForURL('**/dong-phieu');
    await page.screenshot({ path: 'screenshots/close-link-asked.png', fullPage: true });
    await closeForm();
    await closedIsDone();
    expect(await heading()).toBe(CLOSED);
    await page.screenshot({ path: 'screenshots/close-link-done.png', fullPage: true });
    expect(await knowsLink(base)).toBe(false);
    // A window that still had it open shows it no longer, and leaves nothing behind.
    await expect.poll(() => window.locator('h1').innerText()).toBe(LINK_NEEDED);
    await window.close();
    expect(await page.evaluate((path) => caches.has(`dia-ban:${path}`), base)).toBe(false);
    expect(await answersKeptOf(base)).toBe('[[],[]]');

    for (let step = 0; step < 3; step += 1) {
      await page.goBack();
      await expect.poll(heading).toBe(LINK_NEEDED);
      expect(await page.content()).not.toMatch(/1192|1\.192|Nà Khuy/);
    }
    await openLive(page, url);
    await openLive(page, residents(base));
    expect(await field(page, 'population').inputValue()).toBe('1.192');
  });

  test('waits for what was not sent, offers it as a file, and drops it only when told', async () => {
    await phone.close();
    // For axe, which is a script of its own.
    phone = await browser.newContext({ viewport: { width: 320, height: 740 }, bypassCSP: true });
    page = await phone.newPage();
    const base = await visit(await newLink());
    // The network carries pages and no saves: as one that breaks off.
    await phone.route('**/api/units/**', (route) => route.abort());
    await openLive(page, residents(base));
    await answer(page, 'households_total', '31');
    await saveStateIs(page, 'Ngoại tuyến');
    await page.goto(`${service.url}${base}/dong-phieu`);
    const notice = page.getByRole('heading', { name: 'Máy này còn câu trả lời chưa gửi được' });
    expect(await notice.isVisible()).toBe(false);
    await closeForm();
    await notice.waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await page.screenshot({ path: 'screenshots/close-link-unsent.png', fullPage: true });
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải tệp số liệu chưa gửi' }).click();
    expect(await readFile(await (await download).path(), 'utf8')).toContain('"households_total"');
    // Pressed again it still waits.
    await closeForm();
    expect(await knowsLink(base)).toBe(true);
    expect(await keptOf(base)).toHaveLength(3);

    await page.getByLabel('Bỏ các câu trả lời chưa gửi và đóng phiếu').check();
    await closeForm();
    await closedIsDone();
    expect(await pageFaults(page)).toEqual([]);
    expect(await keptOf(base)).toEqual([]);
    expect(await knowsLink(base)).toBe(false);
  });

  test('closes once it was sent, and leaves alone what another link has not sent', async () => {
    const other = await visit(await newLink());
    const base = await visit(await newLink());
    await phone.route('**/api/units/**', (route) => route.abort());
    for (const link of [other, base]) {
      await openLive(page, residents(link));
      await answer(page, 'households_total', '32');
      await saveStateIs(page, 'Ngoại tuyến');
    }
    await phone.unroute('**/api/units/**');
    await page.goto(`${service.url}${base}/dong-phieu`);
    // The page sends what waits by itself; until then it does not close.
    const isClosed = async () => {
      if ((await heading()) === CLOSED) return true;
      await page
        .locator('form [type=submit]')
        .last()
        .click({ timeout: 1000 })
        .catch(() => undefined);
      return false;
    };
    await expect.poll(isClosed, { timeout: 15_000 }).toBe(true);
    await closedIsDone();
    expect(await keptOf(base)).toEqual([]);
    expect(await keptOf(other)).toHaveLength(3);
    expect(await knowsLink(other)).toBe(true);
    expect(await answersKeptOf(other)).toContain('"households_total":{"answer":32');
  });

  test('works without a script, and says so of an address that opens by itself', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const visitor = await plain.newPage();
    const url = await newLink();
    await visitor.goto(url);
    const base = new URL(visitor.url()).pathname;
    await visitor.getByRole('link', { name: CLOSE }).click();
    await visitor.getByRole('button', { name: 'Đóng phiếu', exact: true }).click();
    expect(await visitor.locator('h1').innerText()).toBe(CLOSED);
    expect(await visitor.getByText('chưa gửi').isVisible()).toBe(false);
    expect((await visitor.goto(service.url + base))!.status()).toBe(401);

    await visitor.goto(`${url}-mo/dong-phieu`);
    await visitor.getByRole('button', { name: 'Đóng phiếu', exact: true }).click();
    await visitor.getByText('xóa địa chỉ đó khỏi lịch sử').waitFor();
    await plain.close();
  });
});

test('after signing out the way back shows nothing of the console', async () => {
  await page.goto(`${service.url}/sign-in`);
  await page.locator('[name=email]').fill('designer.12@example.vn');
  await page.locator('[name=password]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.goto(`${service.url}/console/12/rounds/${survey.roundId}`);
  expect(await page.content()).toContain('Bản Bo');
  await page.goto(`${service.url}/console/12/tich-hop`);
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.waitForURL('**/sign-in');
  for (let step = 0; step < 2; step += 1) {
    await page.goBack();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/sign-in');
    expect(await page.content()).not.toMatch(/Bản Bo|Hệ thống của tỉnh/);
  }
});
