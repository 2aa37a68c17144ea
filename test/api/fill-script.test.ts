import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { startService } from '../support/service.ts';
import { prepareSurvey } from '../support/survey.ts';

const assets = new URL('../../dist/assets/', import.meta.url);
const allScripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
const scripts = allScripts.filter((name) => name.startsWith('fill-'));
const codeOf = (name: string) => readFileSync(new URL(name, assets), 'utf8');

test('beside the fill page’s scripts there are those for closing a link and for passkeys, of at most 2 KB each', () => {
  const others = allScripts.filter((name) => !scripts.includes(name)).sort();
  expect(others.map((name) => name.split('-')[0])).toEqual(['close', 'passkey']);
  for (const name of others) expect(gzipSync(codeOf(name), { level: 9 }).length).toBeLessThanOrEqual(2 * 1024);
});

test('everything that the fill page may run comes to at most 40 KB gzipped', () => {
  const bytes = scripts.map((name) => gzipSync(codeOf(name), { level: 9 }).length);
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(40 * 1024);
});

test('it carries what it works with and nothing of the checker, the templates or the workbooks', () => {
  const code = scripts.map(codeOf).join('');
  expect(code).toContain('Như kỳ trước');
  // A sentence of the checker, one of the templates, a part of a workbook, a style sheet, and a page of the worker's.
  for (const foreign of [
    'không đặt được ở đây',
    'tam-duong-2024',
    '[Content_Types].xml',
    'font-family',
    'Giấy biên nhận',
  ]) {
    expect(code).not.toContain(foreign);
  }
});

test('pages name the script by its hash, and their policy lets nothing else run', async () => {
  const service = await startService();
  try {
    const { base } = await prepareSurvey(await service.as('designer'));
    const page = await service.stranger.get(base);
    const html = await page.text();
    const [tag, source, link] = /<script type="module" src="([^"]*)" data-link="([^"]*)"><\/script>/.exec(html) ?? [];
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(tag).toBeDefined();
    expect(link).toBe(base);
    expect(scripts).toContain(source!.slice(1));
    const script = await service.stranger.get(source!);
    expect(script.status).toBe(200);
    expect(script.headers.get('content-type')).toContain('javascript');
    expect(script.headers.get('cache-control')).toContain('immutable');
    const worker = await service.stranger.get('/fill-sw.js');
    expect(worker.headers.get('cache-control')).not.toContain('immutable');
    expect(page.headers.get('content-security-policy')?.split(/;\s*/)).toEqual(
      expect.arrayContaining(["default-src 'none'", "script-src 'self'", "connect-src 'self'", "worker-src 'self'"]),
    );
  } finally {
    await service.stop();
  }
});
