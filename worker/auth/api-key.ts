import { eq } from 'drizzle-orm';
import { sha256 } from '../db/hash.ts';
import type { ProvinceDb } from '../db/open.ts';
import { apiKeys } from '../db/province/api-keys.ts';
import { randomCode } from '../db/random.ts';
import { Problem } from '../http/problem.ts';
import type { Permission } from './permissions.ts';

/** 160 random bits behind the code of the province that the key belongs to. Shown once; only its hash is stored. */
export const newKey = (provinceCode: string): string => `dbk_${provinceCode}_${randomCode(32)}`;

/** The hash of a key that claims to belong to a province, or why it cannot. */
export async function claimedKeyHash(key: string, provinceCode: string): Promise<string | Problem> {
  const code = /^dbk_(\d{2})_[0-9a-z]{32}$/.exec(key)?.[1];
  if (!code) return new Problem('key_invalid');
  if (code !== provinceCode) return new Problem('key_of_other_province');
  return sha256(key);
}

/** The read that verifies a key; it rides in the same batch as the data. */
export const keyByHash = (db: ProvinceDb, keyHash: string) =>
  db.read.select().from(apiKeys).where(eq(apiKeys.keyHash, keyHash));

type KeyRow = typeof apiKeys.$inferSelect;

/** Whether a key may do something now: null, or the problem. */
export function refuseKey(key: KeyRow | undefined, permission: Permission, now: string): Problem | null {
  if (!key) return new Problem('key_invalid');
  if (key.revokedAt !== null) return new Problem('key_revoked');
  if (key.expiresAt !== null && key.expiresAt <= now) return new Problem('key_expired');
  return key.scopes.includes(permission) ? null : new Problem('forbidden');
}
