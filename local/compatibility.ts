import { LIMITS } from '../worker/http/rate-limit.ts';
import { TRIES as ALLOWED_TRIES } from '../worker/links/tries.ts';

/** What of workerd the worker is written for, the same here as in wrangler.toml (a test holds them together). */
export const COMPATIBILITY_DATE = '2026-07-01';
export const COMPATIBILITY_FLAGS = ['nodejs_compat'];

const simple = ({ limit, period }: { limit: number; period: 10 | 60 }) => ({ limit, period });

/** The rate limiters, by the name of their binding. */
export const RATE_LIMITS = {
  TRIES: { namespace_id: '1501', simple: simple(ALLOWED_TRIES) },
  KEY_REQUESTS: { namespace_id: '1502', simple: simple(LIMITS.KEY_REQUESTS) },
  ANONYMOUS_REQUESTS: { namespace_id: '1503', simple: simple(LIMITS.ANONYMOUS_REQUESTS) },
  ADDRESS_REQUESTS: { namespace_id: '1504', simple: simple(LIMITS.ADDRESS_REQUESTS) },
};

/** When the scheduled handler runs: every minute, in production and here. */
export const CRON = '* * * * *';
