import type { Writing } from '../audit/event.ts';
import { type KeyRow, newKey } from '../auth/api-key.ts';
import { sha256 } from '../db/hash.ts';
import { newId } from '../db/id.ts';
import { addDays, endOfDay, localDay } from '../db/local-time.ts';
import { Problem } from '../http/problem.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import { insertKey } from './store.ts';
import type { NewKeyCommand } from './wire.ts';

/** When a key ends that was given no end: with the day a year from now. */
export const usualEnd = (now: string): string => endOfDay(addDays(localDay(now), 365));

/**
 * Makes a key, whose text is returned here once. Throws `addresses_not_known` where networks were named and this deployment does
 * not know where its callers are: such a key would open nothing.
 */
export async function createKey(
  { db, code }: Tenant,
  { name, scopes, expiresAt, allowedAddresses = null }: NewKeyCommand,
  knowsAddresses: boolean,
  by: Writing,
): Promise<{ row: KeyRow; key: string }> {
  if (allowedAddresses && !knowsAddresses) throw new Problem('addresses_not_known');
  const key = newKey(code);
  const row: KeyRow = {
    id: newId(),
    name,
    keyHash: await sha256(key),
    scopes: [...new Set(scopes)],
    createdAt: by.now,
    expiresAt: expiresAt === undefined ? usualEnd(by.now) : expiresAt,
    revokedAt: null,
    lastUsedAt: null,
    allowedAddresses: allowedAddresses && [...new Set(allowedAddresses)],
    previousHash: null,
    previousEndsAt: null,
    revision: 0,
  };
  await insertKey(db, row, by);
  return { row, key };
}
