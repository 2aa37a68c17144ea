import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { App } from '../../env.ts';
import { hashKey, isKeyedHash, keyedHash } from '../../links/keyed-hash.ts';
import { PasskeyFault } from './fault.ts';

/** For how long a challenge can be answered, in seconds. */
export const CHALLENGE_SECONDS = 5 * 60;

/** What a challenge is for: to sign in by a passkey that is there, or to make one for a person. */
export type ChallengeFor = 'use' | `make:${string}`;

/** One that was given and not answered yet. */
export interface Challenge {
  challenge: string;
  expiresAt: Date;
}

const cookie = ({ env }: Context<App>) => {
  const secure = env.PUBLIC_URL.startsWith('https://');
  return {
    name: secure ? '__Host-dia-ban.passkey' : 'dia-ban.passkey',
    options: { path: '/', httpOnly: true, sameSite: 'Strict' as const, secure, maxAge: CHALLENGE_SECONDS },
  };
};

const signed = (what: ChallengeFor, challenge: string, expires: number) => `${what}:${challenge}:${expires}`;

/**
 * Gives this browser a challenge, which its cookie carries under our signature: so strangers who only ask cost no write. That it is
 * answered once is seen to where the answer is stored (store.ts).
 */
export async function giveChallenge(c: Context<App>, what: ChallengeFor, now: Date): Promise<string> {
  const challenge = randomBytes(32).toString('base64url');
  const expires = Math.floor(now.getTime() / 1000) + CHALLENGE_SECONDS;
  const key = await hashKey(c.env.SECRET, 'passkey-challenge');
  const { name, options } = cookie(c);
  setCookie(c, name, `${challenge}.${expires}.${await keyedHash(key, signed(what, challenge, expires))}`, options);
  return challenge;
}

/** The challenge that this browser was given for that, and takes it back. Throws `challenge` when there is none that still holds. */
export async function takeChallenge(c: Context<App>, what: ChallengeFor, now: Date): Promise<Challenge> {
  const { name, options } = cookie(c);
  const [challenge = '', expires = '', signature = ''] = (getCookie(c, name) ?? '').split('.');
  deleteCookie(c, name, options);
  const key = await hashKey(c.env.SECRET, 'passkey-challenge');
  const isOurs = await isKeyedHash(key, signed(what, challenge, Number(expires)), signature);
  const expiresAt = new Date(Number(expires) * 1000);
  if (!isOurs || !(expiresAt > now)) throw new PasskeyFault('challenge');
  return { challenge, expiresAt };
}
