import type { Context } from 'hono';
import { failedPrecondition } from '../db/precondition.ts';
import type { App } from '../env.ts';
import { clientAddress } from '../http/client-address.ts';
import { Problem } from '../http/problem.ts';
import { hashKey, keyedHash } from '../links/keyed-hash.ts';
import { secondsUntil } from '../links/pin-tries.ts';
import { control } from '../tenancy/tenant.ts';
import { countSignInTry, readTries, recordFailure, type TryKeys, takeBackTry } from './sign-in-store.ts';
import { decideSignInTry } from './sign-in-tries.ts';

/** How often others may be faster with a try of the same account. */
const ROUNDS = 25;

async function keysOf(c: Context<App>, email: string): Promise<TryKeys> {
  const key = await hashKey(c.env.SECRET, 'sign-in-try');
  const address = clientAddress(c);
  const account = `account:${await keyedHash(key, email)}`;
  if (address === null) return { account };
  return {
    account,
    address: `address:${await keyedHash(key, address)}`,
    pair: `pair:${await keyedHash(key, `${email} ${address}`)}`,
  };
}

/**
 * Lets a password be tried on an account, or refuses it with `sign_in_locked` and `Retry-After`. The try is counted before the
 * password is compared, and taken back when it was right. For an address that nobody has everything is the same.
 */
export async function trySignIn<T extends { ok: boolean }>(
  c: Context<App>,
  typed: string,
  attempt: () => Promise<T>,
): Promise<T | Problem> {
  const email = typed.toLowerCase();
  const requestId = c.get('requestId');
  const db = control(c.env, requestId);
  const keys = await keysOf(c, email);
  for (let round = 0; round < ROUNDS; round += 1) {
    const now = new Date().toISOString();
    const { tries, userId } = await readTries(db, keys, email);
    const counted = decideSignInTry(tries, now);
    if (counted instanceof Problem) {
      c.header('Retry-After', String(secondsUntil(String(counted.extension.lockedUntil), now)));
      return counted;
    }
    try {
      await countSignInTry(db, keys, tries, counted, now);
    } catch (error) {
      if (failedPrecondition(error) === null) throw error;
      continue;
    }
    const answer = await attempt();
    if (answer.ok) await takeBackTry(db, keys, now);
    else await recordFailure(db, userId, counted, { actor: { kind: 'system', id: 'sign-in' }, requestId, now });
    return answer;
  }
  return new Problem('conflict');
}
