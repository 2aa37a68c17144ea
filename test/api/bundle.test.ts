import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

test('the worker comes to at most 500 KB gzipped', () => {
  const bundle = readFileSync(new URL('../../dist/worker/index.js', import.meta.url));
  expect(gzipSync(bundle, { level: 9 }).length).toBeLessThanOrEqual(500 * 1024);
});
