import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { COMPATIBILITY_DATE, COMPATIBILITY_FLAGS, CRON, TRIES } from './compatibility.ts';

const wrangler = readFileSync(new URL('../wrangler.toml', import.meta.url), 'utf8');

it('is the same here as in production', () => {
  const setting = (name: string) => new RegExp(`^${name} = (.+)$`, 'm').exec(wrangler)?.[1];
  expect(setting('compatibility_date')).toBe(JSON.stringify(COMPATIBILITY_DATE));
  expect(setting('compatibility_flags')).toBe(JSON.stringify(COMPATIBILITY_FLAGS));
  expect(setting('crons')).toBe(JSON.stringify([CRON]));
  expect(setting('namespace_id')).toBe(JSON.stringify(TRIES.namespace_id));
  expect(setting('simple')).toBe(`{ limit = ${TRIES.simple.limit}, period = ${TRIES.simple.period} }`);
});

it('keeps the platform from logging the addresses of requests, which hold the tokens of links', () => {
  expect(wrangler).toMatch(/\[observability\]\nenabled = false\n/);
});
