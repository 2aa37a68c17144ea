import * as v from 'valibot';
import { Id, Instant, Level, Limit, Timestamp } from '../http/wire.ts';
import type { LinkWithUnit, Place } from './store.ts';

/** Links made in one call when no `limit` is given; they are written all or none. */
export const MOST_LINKS = 400;
/** The most that `limit` may ask for: one step of a caller who shows progress. */
export const STEP = 100;

const UnitIds = v.pipe(v.array(Id), v.minLength(1), v.maxLength(MOST_LINKS));
const ScopeLevel = v.picklist(['commune', 'village', 'all']);
export const Cursor = v.pipe(v.string(), v.regex(/^\d{1,9}\.[0-9a-f-]{36}$/));

export const NewLinks = v.pipe(
  v.strictObject({
    unitIds: v.pipe(v.optional(UnitIds), v.description('Communes or villages of the round')),
    level: v.pipe(
      v.optional(ScopeLevel),
      v.description(
        'Instead of unitIds: all communes, which is what holds when both are left out, all villages, or both',
      ),
    ),
    only: v.pipe(
      v.optional(v.picklist(['without-active-link'])),
      v.description('Passes over units that have a link which opens: makes it safe to go on after an interruption'),
    ),
    pin: v.pipe(v.optional(v.boolean(), false), v.description('Whether each link asks for a PIN of its own')),
    expiresAt: v.pipe(
      v.optional(Instant),
      v.description("90 days from now when left out; never later than the round's end plus 90 days"),
    ),
    limit: v.pipe(
      v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(STEP))),
      v.description(`At most so many links in this call; ${MOST_LINKS} when left out`),
    ),
    cursor: v.pipe(v.optional(Cursor), v.description('`nextCursor` of the call before, with the same scope')),
  }),
  v.check(({ unitIds, level }) => !unitIds || !level, 'unitIds and level exclude each other'),
);
export type NewLinks = v.InferOutput<typeof NewLinks>;

const LinkEntries = { id: Id, unitId: Id, unitName: v.string(), level: Level, expiresAt: Timestamp };

const CreatedLinkWire = v.object({
  ...LinkEntries,
  url: v.pipe(v.string(), v.description('Holds the token, which is shown here once and stored nowhere')),
  pin: v.pipe(v.nullable(v.string()), v.description('The PIN, shown here once, or null for a link that asks for none')),
});

export const CreatedLinks = v.object({
  items: v.array(CreatedLinkWire),
  total: v.pipe(v.number(), v.description('How many units were meant, those with a link included')),
  done: v.pipe(v.number(), v.description('How many of them have been gone through, up to `nextCursor`')),
  nextCursor: v.nullable(v.string()),
});

export const ReissuedLink = v.object({ ...CreatedLinkWire.entries, replaces: Id });

export const linkStates = ['active', 'expired', 'revoked'] as const;
export type LinkState = (typeof linkStates)[number];

export const LinkWire = v.object({
  ...LinkEntries,
  state: v.picklist(linkStates),
  pin: v.pipe(v.boolean(), v.description('Whether it asks for a PIN')),
  createdAt: Timestamp,
  createdBy: v.pipe(v.nullable(v.string()), v.description('The account that made it and so saw its address')),
  lastUsedAt: v.pipe(v.nullable(Timestamp), v.description('When answers were last saved through it')),
});
export const LinkList = v.object({ items: v.array(LinkWire), nextCursor: v.nullable(v.string()) });
export const LinkPath = v.object({ code: v.string(), roundId: Id, linkId: Id });

export const LinkQuery = v.object({
  state: v.optional(v.picklist(linkStates)),
  level: v.optional(Level),
  limit: v.optional(Limit(500), '500'),
  cursor: v.optional(Cursor),
});

export const RevokedScope = v.pipe(
  v.strictObject({ unitIds: v.optional(UnitIds), level: v.optional(ScopeLevel) }),
  v.check(({ unitIds, level }) => !unitIds !== !level, 'name either unitIds or a level'),
);
export const RevokedLinks = v.object({
  revoked: v.pipe(v.array(Id), v.description('The links that opened until now')),
});

/** A link's state follows from its timestamps. */
export function linkState(link: { revokedAt: string | null; expiresAt: string }, now: string): LinkState {
  if (link.revokedAt !== null) return 'revoked';
  return link.expiresAt <= now ? 'expired' : 'active';
}

export function linkToWire({ link, unit }: LinkWithUnit, now: string): v.InferInput<typeof LinkWire> {
  const { id, unitId, expiresAt, createdAt, createdBy, lastUsedAt, pinHash } = link;
  const { name: unitName, level } = unit;
  const state = linkState(link, now);
  return { id, unitId, unitName, level, expiresAt, state, pin: pinHash !== null, createdAt, createdBy, lastUsedAt };
}

export const cursorAt = (position: number, id: string): string => `${position}.${id}`;

/** Where a cursor points; null for none. */
export function placeOf(cursor: string | undefined): Place | null {
  const [position, unitId] = cursor?.split('.') ?? [];
  return position && unitId ? { position: Number(position), unitId } : null;
}
