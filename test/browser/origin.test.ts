import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type Service, startService } from '../support/service.ts';
import { prepareSurvey, type Survey } from '../support/survey.ts';

let service: Service;
let browser: Browser;
let survey: Survey;

beforeAll(async () => {
  service = await startService();
  survey = await prepareSurvey(await service.as('designer'));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

test('a form that the page sends says by its origin that it is ours, and a link’s token leaves in no header', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${service.url}${survey.base}/${survey.villages[0]!.id}/residents`);
  const sending = page.waitForRequest((request) => request.method() === 'POST');
  await page.locator('main button[type=submit]:not([tabindex])').first().click();
  const headers = await (await sending).allHeaders();
  expect(headers.origin).toBe(service.url);
  expect(headers.referer).toBe(`${service.url}/`);
});
