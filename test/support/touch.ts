import type { Page } from 'playwright-core';

/** What a finger needs, in CSS pixels. */
const TARGET_PX = 44;

/**
 * What can be pressed and is lower than a finger, as its HTML. Links within a sentence are as high as its line (WCAG 2.2, 2.5.8),
 * and a box within a label is as large as the label.
 */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate((least) => {
    const pressed = [
      ...document.querySelectorAll<HTMLElement>('a, button, summary, select, textarea, input, label.choice'),
    ];
    const isHidden = (element: HTMLElement) =>
      element.matches('.skip-link, .visually-hidden, [type="hidden"]') || !element.checkVisibility();
    const isInSentence = (element: HTMLElement) =>
      getComputedStyle(element).display === 'inline' && element.matches('p *');
    const isLabelled = (element: HTMLElement) => element.matches('input') && element.closest('label') !== null;
    return pressed
      .filter((element) => !isHidden(element) && !isInSentence(element) && !isLabelled(element))
      .filter((element) => element.getBoundingClientRect().height < least)
      .map(({ outerHTML }) => outerHTML.slice(0, 120));
  }, TARGET_PX);

/** How far what was seen has moved by itself since the page began to load (Cumulative Layout Shift). */
export const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        // The observer reports what is past in a task of its own.
        setTimeout(() => done(sum), 200);
      }),
  );
