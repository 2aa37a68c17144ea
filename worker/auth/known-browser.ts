import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { App } from '../env.ts';
import { hashKey, isKeyedHash, keyedHash } from '../links/keyed-hash.ts';

/** For how long a browser is known after somebody signed in with it, in seconds: half a year. */
const KNOWN_SECONDS = 180 * 24 * 60 * 60;

const nameOf = ({ env }: Context<App>) =>
  env.PUBLIC_URL.startsWith('https://') ? '__Host-dia-ban.browser' : 'dia-ban.browser';

const signed = (id: string, account: string) => `${id} ${account}`;

/**
 * Which browser asks, when somebody signed in to the account with it before: our signature on its cookie says so. It opens nothing;
 * it only stands for the place where no address is known.
 */
export async function knownBrowser(c: Context<App>, account: string): Promise<string | null> {
  const [id = '', signature = ''] = (getCookie(c, nameOf(c)) ?? '').split('.');
  const key = await hashKey(c.env.SECRET, 'known-browser');
  return (await isKeyedHash(key, signed(id, account), signature)) ? id : null;
}

/** Knows this browser from now on as one with which somebody signed in to the account; signing out leaves that as it is. */
export async function rememberBrowser(c: Context<App>, account: string): Promise<void> {
  const id = (await knownBrowser(c, account)) ?? randomBytes(16).toString('base64url');
  const signature = await keyedHash(await hashKey(c.env.SECRET, 'known-browser'), signed(id, account));
  const secure = c.env.PUBLIC_URL.startsWith('https://');
  const options = { path: '/', httpOnly: true, sameSite: 'Lax' as const, secure, maxAge: KNOWN_SECONDS };
  setCookie(c, nameOf(c), `${id}.${signature}`, options);
}
