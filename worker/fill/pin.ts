import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { App } from '../env.ts';
import { Problem } from '../http/problem.ts';
import { isPinCookie, pinCookieName } from '../links/pin-cookie.ts';
import { lockedUntil } from '../links/pin-tries.ts';
import type { CommuneFile } from '../submissions/file.ts';

/**
 * Lets a request pass whose link asks for no PIN, or whose browser has given it; throws `pin_required` for all others. It needs no
 * round trip of its own: the cookie is signed with the link's id and the hash of its PIN.
 */
export async function requirePin(c: Context<App>, file: CommuneFile, base: string, now: string): Promise<void> {
  const { link, units, round } = file;
  if (link.pinHash === null) return;
  if (await isPinCookie(getCookie(c, pinCookieName(link)), link, c.env.SECRET, now)) return;
  const unit = units.find(({ unitId }) => unitId === link.unitId)!;
  const { pathname, search } = new URL(c.req.url);
  c.set('pinPrompt', {
    base,
    unit: { name: unit.name, kindLabel: unit.kindLabel },
    round: { name: round.name },
    // A refused post is sent again from its own page; what it would have answered is no address to go to.
    next: c.req.method === 'GET' ? pathname + search : pathname,
    lockedUntil: lockedUntil(link, now),
  });
  throw new Problem('pin_required');
}
