import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { sha256 } from '../db/hash.ts';
import type { App, Env } from '../env.ts';
import { clientAddress } from './client-address.ts';
import { Problem } from './problem.ts';

type Binding = 'KEY_REQUESTS' | 'ANONYMOUS_REQUESTS' | 'ADDRESS_REQUESTS';

/**
 * How many requests may come in a minute: with one key; from one address to the API without a key or a session; from one address
 * at all. The last is for a whole office behind one address: sixty communes that save every second come to 3,600. The same
 * numbers stand in wrangler.toml, because a binding does not tell them.
 */
export const LIMITS = {
  KEY_REQUESTS: { name: 'key', limit: 600, period: 60 },
  ANONYMOUS_REQUESTS: { name: 'anonymous', limit: 120, period: 60 },
  ADDRESS_REQUESTS: { name: 'address', limit: 6000, period: 60 },
} as const satisfies Record<Binding, { name: string; limit: number; period: 10 | 60 }>;

/** Asked by machines that must not be turned away; they ask no database more than once a second. */
const HEALTH = ['/healthz', '/readyz'];
const KEY = /^Bearer (dbk_\S+)$/i;
const SESSION = /(^|;\s*)(__Host-)?dia-ban\.session_token=/;

interface Asked {
  path: string;
  authorization: string | undefined;
  cookie: string | undefined;
}

/** By what a request is counted: its key, and its address. */
export function limitsFor({
  path,
  authorization = '',
  cookie = '',
}: Asked): { binding: Binding; key: string | null }[] {
  if (HEALTH.includes(path)) return [];
  const byAddress = { binding: 'ADDRESS_REQUESTS' as const, key: null };
  if (!path.startsWith('/v1/')) return [byAddress];
  const key = KEY.exec(authorization)?.[1];
  // Made-up keys are counted by the address that makes them up.
  if (key) return [{ binding: 'KEY_REQUESTS', key }, byAddress];
  return [SESSION.test(cookie) ? byAddress : { binding: 'ANONYMOUS_REQUESTS', key: null }];
}

const policy = ({ name, limit, period }: (typeof LIMITS)[Binding]) => `"${name}";q=${limit};w=${period}`;

/** Whether one more is within a limit. */
async function isWithin(c: Context<App>, binding: Binding, by: string): Promise<boolean> {
  const limit = LIMITS[binding];
  c.header('RateLimit-Policy', policy(limit), { append: true });
  const { success } = await (c.env as Required<Env>)[binding].limit({ key: by });
  if (success) return true;
  // What is left is known only here, and when the next may come not at all: after the whole period it surely may.
  c.header('RateLimit', `"${limit.name}";r=0;t=${limit.period}`);
  c.header('Retry-After', String(limit.period));
  return false;
}

/**
 * Refuses what comes too often, before anything is read or asked. Where the platform binds no counter nothing is counted, and
 * where addresses are not known nothing by address: all callers would share one count, and one of them could use it up.
 */
export const rateLimit = createMiddleware<App>(async (c, next) => {
  const { path } = c.req;
  const asked = { path, authorization: c.req.header('authorization'), cookie: c.req.header('cookie') };
  for (const { binding, key } of limitsFor(asked)) {
    const by = key ? await sha256(key) : clientAddress(c);
    if (!c.env[binding] || by === null) continue;
    if (!(await isWithin(c, binding, by))) throw new Problem('too_many_requests');
  }
  await next();
});
