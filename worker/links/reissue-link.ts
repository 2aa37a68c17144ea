import type { Writing } from '../audit/event.ts';
import type { ProvinceDb } from '../db/open.ts';
import { accept, Problem } from '../http/problem.ts';
import { refusing } from '../http/refusing.ts';
import { roundState } from '../rounds/state.ts';
import type { MadeLink } from './create-links.ts';
import { latestExpiry } from './decide-create.ts';
import { type Maker, newLinks } from './new-link.ts';
import { type LinkWithUnit, linkOfRound, replaceLink } from './store.ts';

/**
 * Until when the link in place of another lives: as long as that one would have, or as long as a new one when that has expired.
 * Refused for a link that was revoked, and when its round is archived; a closed round's links still open it to be read.
 */
export function decideReissue(found: Pick<LinkWithUnit, 'link' | 'round'> | undefined, now: string): string | Problem {
  if (!found) return new Problem('link_unknown');
  const { link, round } = found;
  if (link.revokedAt !== null) return new Problem('link_revoked');
  if (roundState(round, now) === 'archived') return new Problem('round_closed');
  return link.expiresAt > now ? link.expiresAt : latestExpiry(round, now);
}

/** A new token, and a new PIN where the old link had one; the old link dies in the same moment. Throws what stands against it. */
export async function reissueLink(
  db: ProvinceDb,
  { roundId, linkId }: { roundId: string; linkId: string },
  maker: Omit<Maker, 'createdBy'>,
  by: Writing,
): Promise<{ created: MadeLink; round: LinkWithUnit['round'] }> {
  const found = await linkOfRound(db, roundId, linkId).get();
  const expiresAt = accept(decideReissue(found, by.now));
  const { link, unit, commune, round } = found!;
  const { unitId, communeId } = link;
  const wanted = { roundId, unitId, communeId, expiresAt, withPin: link.pinHash !== null };
  const [made] = await newLinks([wanted], { ...maker, createdBy: by.actor.id }, by.now);
  // Somebody reissued or revoked it in the same moment: then it is what it would be a moment later.
  await refusing(replaceLink(db, linkId, made!.row, by), { state: 'link_revoked', revision: 'conflict' });
  const { name, kindLabel, level } = unit;
  const place = { unitId, communeId, name, kindLabel, level };
  const of = { communeName: commune.name, communeKind: commune.kindLabel };
  return { created: { ...made!, unit: { ...place, ...of } }, round };
}
