import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageFaults } from '../support/accessibility.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Service, startService } from '../support/service.ts';
import { CLEAN_COMMUNE, CLEAN_VILLAGE, fillUnit, prepareSurvey, type Survey } from '../support/survey.ts';
import { layoutShift, smallTargets } from '../support/touch.ts';

const VILLAGES = 60;
const DONE = 20;
/** From asking to everything shown, on a machine that does other things too; the page itself takes a tenth of it. */
const SHOWN_WITHIN_MS = 3000;

let service: Service;
let survey: Survey;
let browser: Browser;

beforeAll(async () => {
  service = await startService();
  const villages = Array.from({ length: VILLAGES }, (_, index) => ({ kindLabel: 'bản', name: `Nà Khuy ${index + 1}` }));
  const units = { communes: [{ kindLabel: 'xã', name: 'Bản Bo', villages }] };
  survey = await prepareSurvey(await service.as('designer'), '12', units);
  const { stranger } = service;
  await fillUnit(stranger, survey.base, survey.commune.id, CLEAN_COMMUNE);
  const done = survey.villages.slice(0, DONE);
  await Promise.all(done.map(({ id }) => fillUnit(stranger, survey.base, id, CLEAN_VILLAGE)));
  const wrong = { residents: { population: '12', households_total: '1.192' } };
  await fillUnit(stranger, survey.base, survey.villages[40]!.id, wrong);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

async function atWidth(width: number, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
  try {
    await look(await context.newPage());
  } finally {
    await context.close();
  }
}

describe.each([320, 1280])('at %i px', (width) => {
  test('the overview of sixty villages is there at once, without a fault, and nothing in it moves or is too small', () =>
    atWidth(width, async (page) => {
      const asked = performance.now();
      await page.goto(service.url + survey.base);
      expect(performance.now() - asked).toBeLessThan(SHOWN_WITHIN_MS);
      expect(await layoutShift(page)).toBe(0);
      expect(await smallTargets(page)).toEqual([]);
      expect(await pageFaults(page)).toEqual([]);
    }));

  test('what is done is folded away, and every village is one press further', () =>
    atWidth(width, async (page) => {
      await page.goto(service.url + survey.base);
      const rows = page.locator('#villages a.unit-row');
      expect(await rows.count()).toBe(VILLAGES);
      expect(await rows.filter({ visible: true }).count()).toBe(VILLAGES - DONE);
      await page.getByText(`Đã xong (${DONE})`, { exact: true }).click();
      expect(await rows.filter({ visible: true }).count()).toBe(VILLAGES);
      expect(await pageFaults(page)).toEqual([]);
    }));

  test('the work goes on where it stopped, and the end of the page is one press away', () =>
    atWidth(width, async (page) => {
      await page.goto(service.url + survey.base);
      const goOn = page.getByRole('link', { name: /^Việc tiếp theo/ });
      expect(await goOn.textContent()).toBe('Việc tiếp theo: Bản Nà Khuy 41, Dân cư');
      await page.getByRole('link', { name: 'Nộp phiếu', exact: true }).click();
      expect(await page.getByRole('link', { name: 'Kiểm tra và nộp phiếu' }).isVisible()).toBe(true);
      await page.goBack();
      await goOn.click();
      expect(page.url()).toBe(`${service.url}${survey.base}/${survey.villages[40]!.id}/residents`);
    }));
});

const sections: [string, () => string][] = [
  ['numbers', () => `${survey.villages[20]!.id}/drug_users`],
  ['choices', () => `${survey.villages[20]!.id}/pledges`],
  ['errors', () => `${survey.villages[40]!.id}/residents?saved=1`],
];

test.each(sections)('a section with %s can be pressed with a finger, and nothing in it moves', (_, path) =>
  atWidth(320, async (page) => {
    await page.goto(`${service.url}${survey.base}/${path()}`);
    expect(await layoutShift(page)).toBe(0);
    await page.locator('summary').first().click();
    expect(await smallTargets(page)).toEqual([]);
    const letters = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
    expect(letters).toBeGreaterThanOrEqual(17);
  }),
);

test('from one village to the next with the same part open, and back', () =>
  atWidth(320, async (page) => {
    const path = (index: number) => `${service.url}${survey.base}/${survey.villages[index]!.id}/pledges`;
    await page.goto(path(0));
    const others = page.getByRole('navigation', { name: 'Đơn vị khác, cùng phần này' });
    expect(await others.getByRole('link').count()).toBe(1);
    await others.getByRole('link', { name: 'Bản Nà Khuy 2: ' }).click();
    expect(page.url()).toBe(path(1));
    await others.getByRole('link', { name: 'Bản Nà Khuy 1: ' }).click();
    expect(page.url()).toBe(path(0));
    await page.goto(path(59));
    expect(await others.getByRole('link').allTextContents()).toEqual(['Trước Bản Nà Khuy 59: Cam kết và truyền thông']);
  }));
