import type { Locator, Page } from 'playwright-core';

/** The field of a question, or its radios. */
export const field = (page: Page, name: string): Locator => page.locator(`main [name="${name}"]`);

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
