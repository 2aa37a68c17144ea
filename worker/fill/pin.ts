import type { Context } from 'hono';
import type { App } from '../env.ts';
import { Problem } from '../http/problem.ts';
import type { Claimed } from '../links/claim.ts';
import { lockedUntil } from '../links/pin-tries.ts';
import type { CommuneFile } from '../submissions/file.ts';

/** Lets a request pass whose link asks for no PIN, or whose browser has given it; throws `pin_required` for all others. */
export function requirePin(
  c: Context<App>,
  file: CommuneFile,
  { base, claim }: Pick<Claimed, 'base' | 'claim'>,
  now: string,
): void {
  const { link, units, round } = file;
  if (link.pinHash === null || claim.pinShown) return;
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
