import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageFaults } from '../support/accessibility.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Service, startService } from '../support/service.ts';
import { CLEAN_COMMUNE, fillUnit, prepareSurvey, type Survey } from '../support/survey.ts';

/** What A4 leaves between the margins of 30 and 15 mm, at 96 px to the inch. */
const CONTENT_PX = Math.round((165 / 25.4) * 96);

let service: Service;
let survey: Survey;
let villageBase: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  service = await startService();
  const designer = await service.as('designer');
  survey = await prepareSurvey(designer);
  await fillUnit(service.stranger, survey.base, survey.commune.id, CLEAN_COMMUNE);
  const path = `/provinces/12/rounds/${survey.roundId}/links`;
  const unitIds = [survey.villages[0]!.id];
  const { items } = await designer.api<{ items: { url: string }[] }>('POST', path, { unitIds });
  villageBase = new URL(items[0]!.url).pathname;
  browser = await launchBrowser();
  page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

/** The sheets that a page comes out on. */
async function sheets(): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[456][.\d]* 84[12][.\d]*\]/);
  return pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
}

/** What would stick out beyond the right edge of the paper, and what could be torn apart by its lower one. */
const misplaced = () =>
  page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const all = [...document.querySelectorAll('main *')];
    const outside = all.filter((element) => element.getBoundingClientRect().right > edge + 0.5);
    const torn = [...document.querySelectorAll('.item, .signatures')].filter(
      (element) => getComputedStyle(element).breakInside !== 'avoid',
    );
    return [...outside, ...torn].map(({ outerHTML }) => outerHTML.slice(0, 120));
  });

describe.each([
  ['filled', 'in'],
  ['empty', 'phieu-trong'],
])('the %s form on paper', (_, path) => {
  test('has the commune’s part on a sheet and each village on sheets of its own, nothing beyond an edge', async () => {
    await page.goto(`${service.url}${survey.base}/${path}`);
    // One for the commune and two or three for each village, by the type that the machine has.
    expect([5, 6, 7]).toContain(await sheets());
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: CONTENT_PX, height: 971 });
    expect(await misplaced()).toEqual([]);
    expect(await page.locator('.toolbar').isVisible()).toBe(false);
    expect(await page.locator('.item').count()).toBe(6 + 2 * 32);
    await page.emulateMedia({ media: null });
  });

  test("of a village's link is that village alone", async () => {
    await page.goto(`${service.url}${villageBase}/${path}`);
    expect([2, 3, 4]).toContain(await sheets());
    const text = await page.locator('main').textContent();
    expect(text).toContain('bản Nà Khuy');
    expect(text).not.toContain('Nà Can');
  });

  test.each([320, 1280])('can be read at %i px before it is printed', async (width) => {
    // axe-core needs a script to run.
    const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
    const screen = await context.newPage();
    await screen.goto(`${service.url}${survey.base}/${path}`);
    expect(await pageFaults(screen)).toEqual([]);
    expect(await screen.getByRole('link', { name: 'Danh sách' }).getAttribute('href')).toBe(survey.base);
    await context.close();
  });
});

test('both are found from the overview', async () => {
  await page.goto(service.url + survey.base);
  await page.getByRole('link', { name: 'In phiếu trống' }).click();
  expect(page.url()).toBe(`${service.url}${survey.base}/phieu-trong`);
  await page.getByRole('link', { name: 'Xem bản đã điền' }).click();
  expect(await page.locator('main').textContent()).toContain('Quyết định thành lập');
});
