import type { Context } from 'hono';
import type { App } from '../env.ts';
import { clientAddress } from '../http/client-address.ts';
import { Problem } from '../http/problem.ts';

/** How many unknown links and wrong PINs one address may try: `limit` in `period` seconds (the same in wrangler.toml). */
export const TRIES = { limit: 30, period: 60 as const };

/**
 * Counts a failed try of the caller's address and gives the refusal to answer with: the given one, or `too_many_tries`. Only
 * failures are counted, after the look-up: a clerk with a good link behind the same address as somebody who guesses still gets in.
 */
export async function failedTry(c: Context<App>, refusal: Problem): Promise<Problem> {
  if (!c.env.TRIES) return refusal;
  // Where addresses are not known all callers share one count.
  const { success } = await c.env.TRIES.limit({ key: clientAddress(c) ?? 'everybody' });
  if (success) return refusal;
  c.header('Retry-After', String(TRIES.period));
  c.header('RateLimit-Policy', `"tries";q=${TRIES.limit};w=${TRIES.period}`);
  c.header('RateLimit', `"tries";r=0;t=${TRIES.period}`);
  return new Problem('too_many_tries');
}
