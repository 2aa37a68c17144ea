import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FormDefinition, templates } from '../../forms/index.ts';
import { pageFaults } from '../support/accessibility.ts';
import { launchBrowser } from '../support/browser.ts';
import { FillClient } from '../support/fill-client.ts';
import { answer, field, newPhone, openLive, saveStateIs } from '../support/fill-page.ts';
import { type Service, startService } from '../support/service.ts';
import { fillEverything, newRound, prepareSurvey, type Survey, submitFile } from '../support/survey.ts';

let service: Service;
let survey: Survey;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const errors: string[] = [];

/** The Tam Đường form, in which plants are counted only where there was an incident. */
function withRelevance(): FormDefinition {
  const form = structuredClone(templates['tam-duong-2024']!);
  form.id = 'tam-duong-live';
  for (const question of form.sections.flatMap(({ questions }) => questions)) {
    if (question.name.startsWith('plants_')) question.relevant = '${plant_incidents} > 0';
  }
  return form;
}

beforeAll(async () => {
  service = await startService();
  const designer = await service.as('designer');
  const before = await prepareSurvey(designer);
  await fillEverything(service.stranger, before);
  await submitFile(service.stranger, before.base);
  const definition = withRelevance();
  const { id: formVersionId } = await designer.api<{ id: string }>('POST', '/provinces/12/forms', { definition });
  await designer.api('POST', `/provinces/12/forms/versions/${formVersionId}/publish`);
  survey = await newRound(designer, before, { formVersionId, previousRoundId: before.roundId, name: 'Năm 2025' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

beforeEach(async () => {
  context = await newPhone(browser);
  page = await context.newPage();
  errors.length = 0;
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) errors.push(message.text());
  });
});
afterEach(async () => {
  await context.close();
  expect(errors).toEqual([]);
});

const section = (name: string, village = 0) => `${service.url}${survey.base}/${survey.villages[village]!.id}/${name}`;

describe('while a section is filled in', () => {
  test('a question comes up with the answer that makes it relevant and goes with it, what was typed being kept', async () => {
    await openLive(page, section('plants'));
    expect(await field(page, 'plants_count').count()).toBe(0);
    await field(page, 'plant_incidents').pressSequentially('2');
    await field(page, 'plants_count').waitFor();
    // The caret is still where it was.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('plant_incidents');
    await answer(page, 'plants_count', '1.500');
    await answer(page, 'plant_incidents', '0');
    await field(page, 'plants_count').waitFor({ state: 'detached' });
    await answer(page, 'plant_incidents', '1');
    expect(await field(page, 'plants_count').inputValue()).toBe('1.500');
  });

  test('what is wrong is said beside the question once the field is left, and not while it is typed', async () => {
    await openLive(page, section('residents'));
    await answer(page, 'population', '100');
    await field(page, 'households_total').pressSequentially('1200');
    expect(await page.locator('#e-households_total .error').count()).toBe(0);
    expect(await field(page, 'households_total').inputValue()).toBe('1200');
    await field(page, 'households_total').blur();
    await page.locator('#e-households_total').getByText('Tổng số hộ (1.200)').waitFor();
    expect(await field(page, 'households_total').inputValue()).toBe('1.200');
    expect(await page.locator('[aria-live]').allInnerTexts()).toEqual([expect.stringContaining('Tổng số hộ (1.200)')]);
    await answer(page, 'households_total', '24');
    await page.locator('#e-households_total .error').waitFor({ state: 'detached' });
  });

  test('text that is no number stays as it was typed, with what to write instead', async () => {
    await openLive(page, section('crime'));
    await answer(page, 'hotspots', 'hai');
    await page.locator('#e-hotspots').getByText('Chưa đọc được số này').waitFor();
    expect(await field(page, 'hotspots').inputValue()).toBe('hai');
    await saveStateIs(page, 'Đã lưu');
    await page.reload();
    expect(await field(page, 'hotspots').inputValue()).toBe('hai');
  });

  test('last round stands under the field, is taken over by one press, and a change above half asks for a second look', async () => {
    await openLive(page, section('residents', 1));
    const question = page.locator('.question', { has: page.locator('[name="population"]') });
    expect(await question.locator('.last-round p').innerText()).toContain('1.192 người');
    await question.getByRole('button', { name: 'Như kỳ trước' }).click();
    // The page shows it with its next rendering, and not within the press.
    await expect.poll(() => field(page, 'population').inputValue()).toBe('1.192');
    expect(await field(page, 'households_total').inputValue()).toBe('');
    await answer(page, 'population', '2000');
    await page.locator('#e-population').getByText('Thay đổi trên 50% so với kỳ trước: 1.192 → 2.000').waitFor();
  });

  test('the commune’s verdict and its totals follow at once', async () => {
    await openLive(page, section('crime', 1));
    await answer(page, 'hotspots', '1');
    const verdict = page.locator('.scorecard');
    await verdict.getByText('Chưa sẵn sàng: 1/11 yêu cầu chưa đạt.').waitFor();
    await page.locator('.totals summary').click();
    await page.locator('.totals div', { hasText: 'Tụ điểm phức tạp' }).getByText('1 điểm (1/2 đơn vị)').waitFor();
    await answer(page, 'hotspots', '0');
    await verdict.getByText('Chưa xác định được').waitFor();
  });

  test('“save and go on” stays at what must be corrected and otherwise leads on, with nothing waited for', async () => {
    await openLive(page, section('pledges', 1));
    await answer(page, 'households_committed', 'nhiều');
    await page.locator('button[value="next"]').click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q-households_committed');
    await answer(page, 'households_committed', '10');
    await page.locator('button[value="next"]').click();
    await page.waitForURL('**/closing');
    await page.goBack();
    await page.locator('main[data-live]').waitFor();
    expect(await field(page, 'households_committed').inputValue()).toBe('10');
  });

  test('nothing that was there moves when the script takes over', async () => {
    await page.addInitScript(() => {
      Object.assign(window, { shifts: [] });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) (window as unknown as { shifts: object[] }).shifts.push(entry.toJSON());
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const name of ['residents', 'plants', 'drug_users']) {
      await openLive(page, section(name));
      await page.waitForTimeout(300);
      const shifts = await page.evaluate(() => (window as unknown as { shifts: { value: number }[] }).shifts);
      expect(shifts.reduce((sum, { value }) => sum + value, 0)).toBeLessThan(0.01);
    }
  });
});

test('what is saved here is what the server holds', async () => {
  await openLive(page, section('closing', 1));
  await answer(page, 'evidence', 'Biên bản họp bản');
  await saveStateIs(page, 'Đã lưu');
  const { body } = await new FillClient(service.url, survey.base).file();
  const unit = body.units.find(({ id }) => id === survey.villages[1]!.id);
  expect(unit?.answers.evidence).toBe('Biên bản họp bản');
});

describe.each([320, 1280])('at %i px', (width) => {
  test('a live section with errors and two answers has no fault of accessibility and does not scroll sideways', async () => {
    const wide = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true, locale: 'vi-VN' });
    try {
      const live = await wide.newPage();
      await openLive(live, section('residents'));
      await answer(live, 'population', '10');
      await answer(live, 'households_total', '999999');
      await live.locator('#e-households_total').waitFor();
      expect(await pageFaults(live)).toEqual([]);
      await live.screenshot({ path: `screenshots/fill-live-${width}.png`, fullPage: true });
    } finally {
      await wide.close();
    }
  });
});
