import { timingSafeEqual } from 'node:crypto';
import { and, eq, gt, isNull, or, type SQL, sql } from 'drizzle-orm';
import { sha256 } from '../db/hash.ts';
import type { ProvinceDb } from '../db/open.ts';
import { apiKeys } from '../db/province/api-keys.ts';
import { randomCode } from '../db/random.ts';
import { networksAround } from '../http/networks.ts';
import { Problem } from '../http/problem.ts';
import type { Permission } from './permissions.ts';

export type KeyRow = typeof apiKeys.$inferSelect;

/** What a caller shows of a key: its hash, and from where. */
export interface KeyClaim {
  keyHash: string;
  /** Null where addresses are not known. */
  address: string | null;
}

/** 160 random bits behind the code of the province that the key belongs to. Shown once; only its hash is stored. */
export const newKey = (provinceCode: string): string => `dbk_${provinceCode}_${randomCode(32)}`;

/** The hash of a key that claims to belong to a province, or why it cannot. */
export async function claimedKeyHash(key: string, provinceCode: string): Promise<string | Problem> {
  const code = /^dbk_(\d{2})_[0-9a-z]{32}$/.exec(key)?.[1];
  if (!code) return new Problem('key_invalid');
  if (code !== provinceCode) return new Problem('key_of_other_province');
  return sha256(key);
}

/** The read that finds a key by its text, or by the one it had before; it rides in the same batch as the data. */
export const keyByHash = (db: ProvinceDb, keyHash: string) =>
  db.read
    .select()
    .from(apiKeys)
    .where(or(eq(apiKeys.keyHash, keyHash), eq(apiKeys.previousHash, keyHash)));

/** Whether two hashes in hex are the same, in a time that does not tell how far they agree. */
const isSame = (a: string, b: string | null) =>
  b !== null && a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Whether a key may do all of something now: null, or the problem. `mayInSql` says the same for a statement. */
export function refuseKey(
  key: KeyRow | undefined,
  { keyHash, address }: KeyClaim,
  permissions: readonly Permission[],
  now: string,
): Problem | null {
  const isCurrent = key !== undefined && isSame(keyHash, key.keyHash);
  if (!key || !(isCurrent || isSame(keyHash, key.previousHash))) return new Problem('key_invalid');
  if (key.revokedAt !== null) return new Problem('key_revoked');
  const ends = [key.expiresAt, isCurrent ? null : key.previousEndsAt];
  if (ends.some((end) => end !== null && end <= now)) return new Problem('key_expired');
  const allowed = key.allowedAddresses;
  if (allowed && !networksAround(address ?? '').some((network) => allowed.includes(network))) {
    return new Problem('key_address_refused');
  }
  return permissions.every((permission) => key.scopes.some((scope) => scope === permission))
    ? null
    : new Problem('forbidden');
}

/** The condition on `api_keys` under which `refuseKey` refuses nothing. */
export function mayInSql({ keyHash, address }: KeyClaim, permissions: readonly Permission[], now: string): SQL {
  const holds = (list: unknown, value: SQL) => sql`EXISTS (SELECT 1 FROM json_each(${list}) WHERE value ${value})`;
  const around = JSON.stringify(networksAround(address ?? ''));
  return and(
    or(eq(apiKeys.keyHash, keyHash), and(eq(apiKeys.previousHash, keyHash), gt(apiKeys.previousEndsAt, now))),
    isNull(apiKeys.revokedAt),
    or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)),
    or(
      isNull(apiKeys.allowedAddresses),
      holds(apiKeys.allowedAddresses, sql`IN (SELECT value FROM json_each(${around}))`),
    ),
    ...permissions.map((permission) => holds(apiKeys.scopes, sql`= ${permission}`)),
  )!;
}
