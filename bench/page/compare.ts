/**
 * The same form of 60 questions as a clerk's phone meets it: our fill page, SurveyJS and ODK Web Forms, in one run, in the same
 * Chromium, over the same slowed network (400 ms, 400 kbit/s) and a processor slowed four times. Each is opened three times with
 * an empty cache; the median counts.
 */
import type { Browser, Page as BrowserPage } from 'playwright-core';
import { launchBrowser } from '../../test/support/browser.ts';
import { ourPage } from './our-page.ts';
import { type Page, surveyPage, webFormsPage } from './sites.ts';

const NETWORK = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const CPU_SLOWDOWN = 4;
const RUNS = 3;

interface Visit {
  /** Bytes over the network until the page answers, headers included. */
  bytes: number;
  /** Milliseconds from the start of loading until the first question can be typed into. */
  typing: number;
  /** Milliseconds until what is typed has its effect: the question that depends on it is there. */
  live: number;
}

async function visit(browser: Browser, { url, total, part }: Page): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', NETWORK);
  await client.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  let bytes = 0;
  client.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const start = performance.now();
  await page.goto(url, { waitUntil: 'commit', timeout: 180_000 });
  await page.locator(total).first().waitFor({ state: 'visible', timeout: 180_000 });
  const typing = performance.now() - start;
  await effect(page, total, part);
  const live = performance.now() - start;
  await context.close();
  return { bytes, typing, live };
}

/** Types until it has its effect: what was typed before the script listened may have been missed. */
async function effect(page: BrowserPage, total: string, part: string): Promise<void> {
  const [field, dependent] = [page.locator(total).first(), page.locator(part).first()];
  for (let attempt = 0; attempt < 100; attempt += 1) {
    await field.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(String(5 + (attempt % 4)));
    await page.keyboard.press('Tab');
    const appeared = await dependent.waitFor({ state: 'visible', timeout: 100 }).then(
      () => true,
      () => false,
    );
    if (appeared) return;
  }
  throw new Error(`Typing never had an effect on ${page.url()}`);
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

const browser = await launchBrowser();
const pages = [await ourPage(), await surveyPage(), await webFormsPage()];
console.log(
  '60 questions, 400 ms and 400 kbit/s, processor slowed four times; median of three visits with an empty cache\n',
);
console.log(`${'page'.padEnd(40)}${'KB'.padStart(10)}${'can type, s'.padStart(14)}${'answers, s'.padStart(14)}`);
for (const page of pages) {
  const visits: Visit[] = [];
  for (let run = 0; run < RUNS; run += 1) visits.push(await visit(browser, page));
  const column = (key: keyof Visit, unit: number) => (median(visits.map((each) => each[key])) / unit).toFixed(1);
  const cells = [
    column('bytes', 1024).padStart(10),
    column('typing', 1000).padStart(14),
    column('live', 1000).padStart(14),
  ];
  console.log(page.name.padEnd(40) + cells.join(''));
}
await browser.close();
for (const page of pages) await page.close();
