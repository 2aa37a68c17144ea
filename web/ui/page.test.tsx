import { expect, test } from 'vitest';
import { Page } from './page.tsx';
import { renderPage } from './render.ts';

const html = renderPage(
  <Page
    language="en"
    title={'<script>alert("1")</script>'}
    nonce="abc"
    stylesheet={'a > b { content: "›"; }'}
    skipLabel="Skip"
    masthead={<p>Top</p>}
  >
    <h1>{'Xã <img src=x onerror=alert(1)>'}</h1>
  </Page>,
);

test('is a whole document in its language, kept from search engines and other sites', () => {
  expect(html).toMatch(/^<!doctype html><html lang="en">/);
  expect(html).toContain('<meta name="robots" content="noindex, nofollow"/>');
  expect(html).toContain('<meta name="referrer" content="strict-origin"/>');
});

test('carries its stylesheet unescaped under the nonce', () => {
  expect(html).toContain('<style nonce="abc">a > b { content: "›"; }</style>');
});

test('escapes whatever stands in names and titles', () => {
  expect(html).not.toContain('<script');
  expect(html).not.toContain('<img');
  expect(html).toContain('<h1>Xã &lt;img src=x onerror=alert(1)></h1>');
});

test('lets a keyboard skip to the main content', () => {
  expect(html).toContain('href="#main"');
  expect(html).toContain('<main id="main">');
});
