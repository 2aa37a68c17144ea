import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { CLEAN, cleanAddress } from '../../web/fill/clean-address.ts';
import type { App } from '../env.ts';
import { Problem } from '../http/problem.ts';
import type { ProblemCode } from '../http/problems.ts';
import type { OwnAddress } from './address.ts';
import { PIN_COOKIE } from './pin-cookie.ts';
import { readToken } from './token.ts';

const LINK_COOKIE = 'dia-ban-link';

/** For how long a browser knows a link, in seconds: 90 days from when it was last opened from its message. */
const LINK_COOKIE_SECONDS = 90 * 24 * 60 * 60;

/** What every cookie of a link has in common: sent to that link's addresses alone, seen by no script. */
export const cookieOfLink = ({ env }: Context<App>, base: string, maxAge: number) => ({
  path: base,
  httpOnly: true,
  sameSite: 'Lax' as const,
  secure: env.PUBLIC_URL.startsWith('https://'),
  maxAge,
});

/** Lets the browser carry the token from now on, and gives the address under which it does. */
export async function rememberLink(c: Context<App>, token: string): Promise<string> {
  const base = await cleanAddress(token);
  setCookie(c, LINK_COOKIE, token, cookieOfLink(c, base, LINK_COOKIE_SECONDS));
  return base;
}

/** The link that the browser knows at a clean address; throws `link_needed` where it knows none, or another. */
export async function rememberedLink(c: Context<App>, segment: string): Promise<Omit<OwnAddress, 'stays'>> {
  const read = readToken(getCookie(c, LINK_COOKIE) ?? '');
  const base = read && (await cleanAddress(read.token));
  if (!read || base !== CLEAN + segment) throw new Problem('link_needed');
  return { ...read, base };
}

/** Lets the browser forget a link at one of its addresses, and that its PIN was given. */
export function forgetLink(c: Context<App>, base: string): void {
  for (const name of [LINK_COOKIE, PIN_COOKIE]) deleteCookie(c, name, cookieOfLink(c, base, 0));
}

const GONE: ProblemCode[] = ['link_unknown', 'link_expired', 'link_revoked'];

/** A link that opens nothing any more is forgotten by the browser that used it. */
export const forgetGone = createMiddleware<App>(async (c, next) => {
  await next();
  if (!(c.error instanceof Problem) || !GONE.includes(c.error.code)) return;
  deleteCookie(c, LINK_COOKIE, cookieOfLink(c, CLEAN + c.req.param('token'), 0));
});
