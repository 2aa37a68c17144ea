import * as v from 'valibot';
import { keyScopes } from '../auth/permissions.ts';
import type { apiKeys } from '../db/province/api-keys.ts';
import { Id, Instant, Line, Timestamp } from '../http/wire.ts';

export const NewKey = v.strictObject({
  name: Line(100),
  scopes: v.pipe(v.array(v.picklist(keyScopes)), v.minLength(1)),
  expiresAt: v.optional(v.nullable(Instant), null),
});

export const KeyWire = v.object({
  id: Id,
  name: v.string(),
  scopes: v.array(v.string()),
  createdAt: Timestamp,
  expiresAt: v.nullable(Timestamp),
  revokedAt: v.nullable(Timestamp),
});

export const KeyList = v.object({ items: v.array(KeyWire) });
export const CreatedKey = v.object({
  ...KeyWire.entries,
  key: v.pipe(v.string(), v.description('Shown here once; only its hash is stored')),
});
export const KeyPath = v.object({ code: v.string(), keyId: Id });

export type KeyRow = typeof apiKeys.$inferSelect;

export function keyToWire({ id, name, scopes, createdAt, expiresAt, revokedAt }: KeyRow): v.InferInput<typeof KeyWire> {
  return { id, name, scopes, createdAt, expiresAt, revokedAt };
}
