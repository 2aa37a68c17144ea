import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { PASSWORD, type Service, startService } from '../support/service.ts';
import { CLEAN_COMMUNE, CLEAN_VILLAGE, prepareSurvey, readinessList, type Survey } from '../support/survey.ts';

let service: Service;
let survey: Survey;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  service = await startService();
  survey = await prepareSurvey(await service.as('designer'));
  browser = await launchBrowser();
  const phone = { viewport: { width: 360, height: 640 }, javaScriptEnabled: false, locale: 'vi-VN' };
  page = await (await browser.newContext(phone)).newPage();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

/** Types one section's answers as a clerk does and presses "save and go on". */
async function fillSection(fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`[name="${name}"]`);
    if ((await field.first().getAttribute('type')) === 'radio') {
      await page.locator(`[name="${name}"][value="${value}"]`).check();
    } else {
      await field.fill(value);
    }
  }
  await page.locator('button[value="next"]').click();
}

test('published, opened, linked, filled in without JavaScript, submitted: and readiness changes', async () => {
  const before = (await readinessList(service.stranger, survey))[0]!;
  expect(before).toMatchObject({ ready: null, state: 'collecting', coverage: { expected: 2, answered: 0 } });

  await page.goto(survey.url);
  expect(await page.locator('h1').textContent()).toContain('Bản Bo');
  const base = page.url();
  expect(new URL(base).pathname).toMatch(/^\/p\/[0-9a-f]{12}$/);
  // Only the page that the link led to stands in the browser's history.
  expect(await page.goBack()).toBeNull();
  await page.goForward();
  expect(page.url()).toBe(base);

  // The commune's own part comes first; each "save and go on" leads to the next section, then to the next village.
  await page.goto(`${base}/${survey.commune.id}/commune`);
  for (const fields of Object.values(CLEAN_COMMUNE)) await fillSection(fields);
  for (const village of survey.villages) {
    for (const [section, fields] of Object.entries(CLEAN_VILLAGE)) {
      expect(page.url()).toBe(`${base}/${village.id}/${section}`);
      await fillSection(fields);
    }
  }
  expect(page.url()).toBe(base);

  await page.getByRole('link', { name: 'Kiểm tra và nộp phiếu' }).click();
  await page.getByRole('button', { name: 'Nộp phiếu' }).click();
  expect(page.url()).toBe(`${base}/bien-nhan`);

  const after = (await readinessList(service.stranger, survey))[0]!;
  expect(after).toMatchObject({ ready: true, state: 'submitted', coverage: { expected: 2, answered: 2 } });
  const pledges = after.criteria.find(({ id }) => id === 'TD6a')!;
  expect(pledges).toMatchObject({ status: 'met', numerator: 480, denominator: 480 });
});

test('an official signs in, sees the commune ready in the results, opens its report and signs out', async () => {
  await page.goto(`${service.url}/console/12/rounds/${survey.roundId}`);
  expect(page.url()).toContain('/sign-in?next=');
  await page.locator('[name="email"]').fill('designer.12@example.vn');
  await page.locator('[name="password"]').fill(PASSWORD);
  await page.locator('main button').click();
  expect(page.url()).toBe(`${service.url}/console/12/rounds/${survey.roundId}`);
  await page.getByRole('link', { name: 'Bản Bo' }).first().click();
  expect(page.url()).toContain(`/communes/${survey.commune.id}`);
  expect(await page.locator('main').textContent()).toContain('480/480');
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.goto(`${service.url}/console/12`);
  expect(page.url()).toContain('/sign-in');
});
