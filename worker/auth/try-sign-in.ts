import { eq, inArray, type SQL } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import type { Context } from 'hono';
import { passkey, user } from '../db/control.ts';
import { failedPrecondition } from '../db/precondition.ts';
import type { App } from '../env.ts';
import { clientAddress, knowsAddresses } from '../http/client-address.ts';
import { Problem } from '../http/problem.ts';
import { hashKey, keyedHash } from '../links/keyed-hash.ts';
import { secondsUntil } from '../links/pin-tries.ts';
import { control } from '../tenancy/tenant.ts';
import { knownBrowser, rememberBrowser } from './known-browser.ts';
import { countSignInTry, readTries, recordFailure, type TryKeys, takeBackTry } from './sign-in-store.ts';
import { decideSignInTry } from './sign-in-tries.ts';

/** How often others may be faster with a try of the same account. */
const ROUNDS = 25;

/** What is tried: under which name it is counted, and the condition on `user` for whose it is. */
export interface Tried {
  name: string;
  whose: SQL;
  /** Whether a browser is known by it, where no address is. */
  makesKnown: boolean;
}

/** The password of an account. */
export function ofEmail(typed: string): Tried {
  const email = typed.toLowerCase();
  return { name: email, whose: eq(user.email, email), makesKnown: true };
}

/**
 * A passkey, counted apart from its person's password: who guesses that one keeps nobody out who has a passkey, because its
 * identifier is known to the person's devices only.
 */
export const ofCredential = (credentialId: string): Tried => ({
  name: `passkey ${credentialId}`,
  whose: inArray(
    user.id,
    new QueryBuilder().select({ id: passkey.userId }).from(passkey).where(eq(passkey.credentialID, credentialId)),
  ),
  makesKnown: false,
});

/** What a try is counted by: addresses where they are known, else the browser, if somebody signed in with it before. */
async function keysOf(c: Context<App>, name: string, browser: string | null): Promise<TryKeys> {
  const key = await hashKey(c.env.SECRET, 'sign-in-try');
  const address = clientAddress(c);
  const account = `account:${await keyedHash(key, name)}`;
  if (address === null) {
    return browser ? { account, pair: `pair:${await keyedHash(key, `${name} browser ${browser}`)}` } : { account };
  }
  return {
    account,
    address: `address:${await keyedHash(key, address)}`,
    pair: `pair:${await keyedHash(key, `${name} ${address}`)}`,
  };
}

/**
 * Lets a password or a passkey be tried, or refuses it with `sign_in_locked` and `Retry-After`. The try is counted before it is
 * known whether it is right, and taken back when it was. For an account that nobody has everything is the same.
 */
export async function trySignIn<T extends { ok: boolean }>(
  c: Context<App>,
  { name, whose, makesKnown }: Tried,
  attempt: () => Promise<T>,
): Promise<T | Problem> {
  const requestId = c.get('requestId');
  const db = control(c.env, requestId);
  const byBrowser = makesKnown && !knowsAddresses(c.env);
  const browser = byBrowser ? await knownBrowser(c, name) : null;
  const keys = await keysOf(c, name, browser);
  for (let round = 0; round < ROUNDS; round += 1) {
    const now = new Date().toISOString();
    const { tries, userId } = await readTries(db, keys, whose);
    const counted = decideSignInTry(tries, now, browser !== null);
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
    if (answer.ok) {
      await takeBackTry(db, keys, now);
      if (byBrowser) await rememberBrowser(c, name);
    } else await recordFailure(db, userId, counted, { actor: { kind: 'system', id: 'sign-in' }, requestId, now });
    return answer;
  }
  return new Problem('conflict');
}
