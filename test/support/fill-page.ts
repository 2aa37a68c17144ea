import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A phone of its own: its database and its service workers are nobody else's. */
export function newPhone(browser: Browser, width = 360): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width, height: 740 }, locale: 'vi-VN' });
}

/** The field of a question, or its radios. */
export const field = (page: Page, name: string): Locator => page.locator(`main [name="${name}"]`);

/** Opens a page and waits until its script has taken over. */
export async function openLive(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('main[data-live]').waitFor();
}

/** Types an answer as a clerk does and leaves the field. */
export async function answer(page: Page, name: string, value: string): Promise<void> {
  const first = field(page, name).first();
  if ((await first.getAttribute('type')) === 'radio') {
    await page.locator(`main [name="${name}"][value="${value}"]`).check();
    return;
  }
  await first.fill(value);
  await first.blur();
}

/** Waits until the save bar says something. */
export async function saveStateIs(page: Page, words: string | RegExp): Promise<void> {
  await expect.poll(() => page.locator('.save-state').innerText(), { timeout: 15_000 }).toMatch(words);
}
