/** What of workerd the worker is written for, the same here as in wrangler.toml (a test holds them together). */
export const COMPATIBILITY_DATE = '2026-07-01';
export const COMPATIBILITY_FLAGS = ['nodejs_compat'];

/** How many failed tries one address has; `simple` is what worker/links/tries.ts announces. */
export const TRIES = { namespace_id: '1501', simple: { limit: 30, period: 60 as const } };

/** When the scheduled handler runs: every minute, in production and here. */
export const CRON = '* * * * *';
