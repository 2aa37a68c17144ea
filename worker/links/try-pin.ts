import type { ProvinceDb } from '../db/open.ts';
import { failedPrecondition } from '../db/precondition.ts';
import { Problem } from '../http/problem.ts';
import type { Secrets } from '../tenancy/secrets.ts';
import { openLink } from './open-link.ts';
import { provenPin } from './pin.ts';
import { countTry, forgetTries } from './pin-store.ts';
import { decideTry, FREE_TRIES } from './pin-tries.ts';
import { type LinkRow, linkByToken } from './store.ts';

/** How often others may be faster: after `FREE_TRIES` of them the link is locked, unless a right PIN was among them. */
const ROUNDS = FREE_TRIES + 3;

interface Try {
  pin: string;
  secrets: Secrets;
  requestId: string;
}

/**
 * Tries a PIN on the link of a token: the link when it is right, else `pin_wrong` with `triesLeft` and `lockedUntil`, `pin_locked`
 * with `lockedUntil`, or why the link opens nothing. Each try is counted in the database before it is compared.
 */
export async function tryPin(
  db: ProvinceDb,
  tokenHash: string,
  { pin, secrets, requestId }: Try,
): Promise<LinkRow | Problem> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const now = new Date().toISOString();
    const link = openLink((await linkByToken(db, tokenHash).get())?.link, now);
    if (link instanceof Problem || link.pinHash === null) return link;
    const counted = decideTry(link, now);
    if (counted instanceof Problem) return counted;
    const by = { actor: { kind: 'link' as const, id: link.id }, requestId, now };
    try {
      await countTry(db, link, counted, by);
    } catch (error) {
      if (failedPrecondition(error) === null) throw error;
      continue;
    }
    const pinHash = await provenPin(link, pin, secrets);
    if (pinHash === null) {
      const triesLeft = Math.max(0, FREE_TRIES - counted.pinFailures);
      return new Problem('pin_wrong', [], { triesLeft, lockedUntil: counted.pinLockedUntil });
    }
    await forgetTries(db, link, pinHash, by);
    return link;
  }
  return new Problem('conflict');
}
