import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { COMPATIBILITY_DATE, COMPATIBILITY_FLAGS, CRON, RATE_LIMITS } from './compatibility.ts';

const wrangler = readFileSync(new URL('../wrangler.toml', import.meta.url), 'utf8');

it('is the same here as in production', () => {
  const setting = (name: string) => new RegExp(`^${name} = (.+)$`, 'm').exec(wrangler)?.[1];
  expect(setting('compatibility_date')).toBe(JSON.stringify(COMPATIBILITY_DATE));
  expect(setting('compatibility_flags')).toBe(JSON.stringify(COMPATIBILITY_FLAGS));
  expect(setting('crons')).toBe(JSON.stringify([CRON]));
});

it('limits the same here as in production', () => {
  const limits = wrangler.matchAll(
    /^\[\[ratelimits\]\]\nname = "(\w+)"\nnamespace_id = "(\d+)"\nsimple = \{ limit = (\d+), period = (\d+) \}$/gm,
  );
  const found = [...limits].map(([, name, namespace_id, limit, period]) => [
    name,
    { namespace_id, simple: { limit: Number(limit), period: Number(period) } },
  ]);
  expect(Object.fromEntries(found)).toEqual(RATE_LIMITS);
  expect(found).toHaveLength(wrangler.match(/^\[\[ratelimits\]\]$/gm)!.length);
});

it('keeps the platform from logging the addresses of requests, which hold the tokens of links', () => {
  expect(wrangler).toMatch(/\[observability\]\nenabled = false\n/);
});
