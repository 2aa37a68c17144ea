import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Everything that axe-core finds against WCAG 2.2 AA on the page as it stands, as `rule: element`, and whether the page scrolls
 * sideways. Empty is good.
 */
export async function pageFaults(page: Page): Promise<string[]> {
  const faults = await page.evaluate(
    async ({ source, tags }) => {
      // The page's own policy allows no script: the context must be made with `bypassCSP`.
      const axe = new Function(`${source}; return axe;`)() as typeof import('axe-core');
      const { violations } = await axe.run(document, { runOnly: tags });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    { source, tags: TAGS },
  );
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return overflow > 0 ? [...faults, `the page is ${overflow} px too wide`] : faults;
}
