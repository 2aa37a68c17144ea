import * as v from 'valibot';
import type { KeyRow } from '../auth/api-key.ts';
import { keyScopes } from '../auth/permissions.ts';
import { withoutIdentity } from '../http/free-text.ts';
import { normalNetwork } from '../http/networks.ts';
import { Id, Instant, Line, Timestamp } from '../http/wire.ts';

const Scope = v.pipe(
  v.picklist(keyScopes),
  v.description(
    'What the key may read. `figure.read` opens nothing by itself: with it, `submission.read` and `readiness.read` may ask for counts as they are instead of `<5`, and each such read is recorded.',
  ),
);

/** How many networks one key may name: more say no longer where it is used. */
const MOST_NETWORKS = 20;

const Network = v.pipe(
  v.string(),
  v.maxLength(50),
  v.check((text) => normalNetwork(text) !== null, 'This is no IPv4 or IPv6 network, such as 203.0.113.0/24'),
  v.transform((text) => normalNetwork(text)!),
  v.description('An IPv4 or IPv6 network, `203.0.113.0/24`, or one address'),
);

const Networks = v.pipe(v.array(Network), v.minLength(1), v.maxLength(MOST_NETWORKS));

const End = v.pipe(v.nullable(Instant), v.description('Null for a key that ends only when it is revoked'));

export const NewKey = v.strictObject({
  name: v.pipe(Line(100), withoutIdentity),
  scopes: v.pipe(v.array(Scope), v.minLength(1), v.maxLength(keyScopes.length)),
  expiresAt: v.optional(
    v.pipe(End, v.description('A year from now when left out; null for a key that ends only when it is revoked')),
  ),
  allowedAddresses: v.optional(
    v.pipe(v.nullable(Networks), v.description('Where it may be used from; left out or null: from anywhere')),
  ),
});
export type NewKeyCommand = v.InferOutput<typeof NewKey>;

/** For how long the old text of a rotated key may open beside the new one, in hours: a week. */
export const LONGEST_OVERLAP = 7 * 24;
export const USUAL_OVERLAP = 24;

export const Rotation = v.strictObject({
  overlapHours: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(0),
      v.maxValue(LONGEST_OVERLAP),
      v.description('For how many hours the old text opens beside the new one; 0 where it has leaked'),
    ),
    USUAL_OVERLAP,
  ),
  expiresAt: v.optional(v.pipe(End, v.description('Another end; the one it has when left out'))),
});
export type RotationCommand = v.InferOutput<typeof Rotation>;

export const KeyPatch = v.strictObject({ name: v.pipe(Line(100), withoutIdentity) });

export const KeyWire = v.object({
  id: Id,
  name: v.string(),
  scopes: v.array(Scope),
  createdAt: Timestamp,
  expiresAt: v.nullable(Timestamp),
  revokedAt: v.nullable(Timestamp),
  lastUsedAt: v.pipe(v.nullable(Timestamp), v.description('When it last opened something, to the hour')),
  allowedAddresses: v.nullable(v.array(v.string())),
  previousEndsAt: v.pipe(
    v.nullable(Timestamp),
    v.description('Until when the text that it had before it was rotated opens too'),
  ),
  revision: v.pipe(v.number(), v.description('One more with each change; `If-Match` of the next')),
});

export const KeyList = v.object({ items: v.array(KeyWire) });
export const CreatedKey = v.object({
  ...KeyWire.entries,
  key: v.pipe(v.string(), v.description('Shown here once; only its hash is stored')),
});
export const KeyPath = v.object({ code: v.string(), keyId: Id });

export function keyToWire(row: KeyRow): v.InferInput<typeof KeyWire> {
  const { id, name, scopes, createdAt, expiresAt, revokedAt, lastUsedAt, allowedAddresses, previousEndsAt, revision } =
    row;
  return { id, name, scopes, createdAt, expiresAt, revokedAt, lastUsedAt, allowedAddresses, previousEndsAt, revision };
}
