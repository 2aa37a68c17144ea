import * as v from 'valibot';
import { Id, Instant, Level, Timestamp } from '../http/wire.ts';

export const NewLinks = v.strictObject({
  unitIds: v.pipe(
    v.optional(v.pipe(v.array(Id), v.minLength(1), v.maxLength(400))),
    v.description('Communes or villages of the round; all communes when left out'),
  ),
  expiresAt: v.pipe(
    v.optional(Instant),
    v.description("90 days from now when left out; never later than the round's end plus 90 days"),
  ),
});

const LinkEntries = { id: Id, unitId: Id, unitName: v.string(), level: Level, expiresAt: Timestamp };

export const CreatedLinks = v.object({
  items: v.array(
    v.object({
      ...LinkEntries,
      url: v.pipe(v.string(), v.description('Holds the token, which is shown here once and stored nowhere')),
    }),
  ),
});

export const LinkWire = v.object({
  ...LinkEntries,
  state: v.picklist(['active', 'expired', 'revoked']),
  createdAt: Timestamp,
  lastUsedAt: v.nullable(Timestamp),
});
export const LinkList = v.object({ items: v.array(LinkWire) });
export const LinkPath = v.object({ code: v.string(), roundId: Id, linkId: Id });

/** A link's state follows from its timestamps. */
export function linkState(link: { revokedAt: string | null; expiresAt: string }, now: string) {
  if (link.revokedAt !== null) return 'revoked';
  return link.expiresAt <= now ? 'expired' : 'active';
}
