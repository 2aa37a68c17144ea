import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { COMPATIBILITY_DATE, COMPATIBILITY_FLAGS, CRON } from './compatibility.ts';

it('is the same here as in production', () => {
  const wrangler = readFileSync(new URL('../wrangler.toml', import.meta.url), 'utf8');
  const setting = (name: string) => new RegExp(`^${name} = (.+)$`, 'm').exec(wrangler)?.[1];
  expect(setting('compatibility_date')).toBe(JSON.stringify(COMPATIBILITY_DATE));
  expect(setting('compatibility_flags')).toBe(JSON.stringify(COMPATIBILITY_FLAGS));
  expect(setting('crons')).toBe(JSON.stringify([CRON]));
});
