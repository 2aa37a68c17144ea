import { expect, test } from 'vitest';
import { pageProblems } from '../ui/page-problems.ts';
import { closedLinkPage, closeLinkPage } from './close-link.tsx';
import { overview, receipt } from './fixture.ts';
import { overviewPage } from './overview.tsx';
import { receiptPage } from './receipt.tsx';

const asked = { ...receipt, closeScript: '/close-x.js' };
const closed = {
  ...{ language: 'vi', nonce: 'bm9uY2U', base: receipt.base, closeScript: '/close-x.js' },
  ...{ opensByAddress: false, mayDrop: false },
};

test('the list and the receipt lead to closing, and a form that is only tried out does not', () => {
  const href = `href="${receipt.base}/dong-phieu"`;
  expect(overviewPage(overview)).toContain(href);
  expect(receiptPage(receipt)).toContain(href);
  expect(overviewPage({ ...overview, preview: { start: '/a', leave: '/b' } })).not.toContain('/dong-phieu');
});

test('both pages are wired right in every state and language', () => {
  for (const language of ['vi', 'en']) {
    expect(pageProblems(closeLinkPage({ ...asked, language }))).toEqual([]);
    for (const opensByAddress of [true, false]) {
      expect(pageProblems(closedLinkPage({ ...closed, language, opensByAddress }))).toEqual([]);
    }
  }
});

test('what was not sent is spoken of only once it is found, and may go only when that is ticked', () => {
  const html = closeLinkPage(asked);
  expect(html).toMatch(/<section class="notice" data-unsent hidden/);
  expect(html).toMatch(/<input type="checkbox" name="drop" value="1"\/?>/);
  expect(closedLinkPage(closed)).toContain('data-drop="0"');
  expect(closedLinkPage({ ...closed, mayDrop: true })).toContain('data-drop="1"');
});

test('a closed form shows nothing of the link but its address, and runs no script of the fill page', () => {
  const html = closedLinkPage(closed);
  expect(html).not.toContain(receipt.commune.name);
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).not.toContain('data-link');
});
