import { TRIES as ALLOWED_TRIES } from '../worker/links/tries.ts';

/** What of workerd the worker is written for, the same here as in wrangler.toml (a test holds them together). */
export const COMPATIBILITY_DATE = '2026-07-01';
export const COMPATIBILITY_FLAGS = ['nodejs_compat'];

/** The rate limiter of failed tries. */
export const TRIES = { namespace_id: '1501', simple: ALLOWED_TRIES };

/** When the scheduled handler runs: every minute, in production and here. */
export const CRON = '* * * * *';
