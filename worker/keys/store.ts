import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { event, type Writing } from '../audit/event.ts';
import type { KeyRow } from '../auth/api-key.ts';
import type { ProvinceDb } from '../db/open.ts';
import { expecting } from '../db/precondition.ts';
import { apiKeys } from '../db/province/api-keys.ts';
import { keyToWire } from './wire.ts';

export const allKeys = (db: ProvinceDb) => db.read.select().from(apiKeys).orderBy(apiKeys.id);

export const keyById = (db: ProvinceDb, id: string) => db.read.select().from(apiKeys).where(eq(apiKeys.id, id));

export async function insertKey(db: ProvinceDb, row: KeyRow, by: Writing): Promise<void> {
  const { name, scopes, expiresAt, allowedAddresses } = row;
  const detail = { name, scopes, expiresAt, allowedAddresses };
  await db.write.batch([
    event(db, by, 'key.create', `key:${row.id}`, detail, { after: keyToWire(row) }),
    db.write.insert(apiKeys).values(row),
  ]);
}

/** Gives a key another text; aborts with `state` where it was revoked or rotated since it was read. */
export async function updateRotated(db: ProvinceDb, before: KeyRow, after: KeyRow, by: Writing): Promise<void> {
  const { keyHash, previousHash, previousEndsAt, expiresAt, revision } = after;
  const stillThere = sql`EXISTS (SELECT 1 FROM ${apiKeys} WHERE ${and(
    eq(apiKeys.id, before.id),
    eq(apiKeys.keyHash, before.keyHash),
    isNull(apiKeys.revokedAt),
  )})`;
  const change = { before: keyToWire(before), after: keyToWire(after) };
  await db.write.batch([
    db.write.run(expecting('state', stillThere)),
    event(db, by, 'key.rotate', `key:${before.id}`, { previousEndsAt, expiresAt }, change),
    db.write
      .update(apiKeys)
      .set({ keyHash, previousHash, previousEndsAt, expiresAt, revision })
      .where(eq(apiKeys.id, before.id)),
  ]);
}

/** Gives a key another name; aborts with `revision` where it was changed since it was read. */
export async function updateName(db: ProvinceDb, before: KeyRow, after: KeyRow, by: Writing): Promise<void> {
  const { id, name, revision } = after;
  const asRead = sql`EXISTS (SELECT 1 FROM ${apiKeys} WHERE ${and(
    eq(apiKeys.id, id),
    eq(apiKeys.revision, before.revision),
  )})`;
  const change = { before: keyToWire(before), after: keyToWire(after) };
  await db.write.batch([
    db.write.run(expecting('revision', asRead)),
    event(db, by, 'key.rename', `key:${id}`, { name }, change),
    db.write.update(apiKeys).set({ name, revision }).where(eq(apiKeys.id, id)),
  ]);
}

export async function revokeKey(db: ProvinceDb, row: KeyRow, by: Writing): Promise<void> {
  const revision = row.revision + 1;
  const change = { before: keyToWire(row), after: keyToWire({ ...row, revokedAt: by.now, revision }) };
  await db.write.batch([
    event(db, by, 'key.revoke', `key:${row.id}`, {}, change),
    db.write
      .update(apiKeys)
      .set({ revokedAt: by.now, revision })
      .where(and(eq(apiKeys.id, row.id), isNull(apiKeys.revokedAt))),
  ]);
}

/** Notes that a key was used in an hour; a later hour that is already there stays. No event: it changes nothing that opens. */
export const noteUse = (db: ProvinceDb, id: string, hour: string) =>
  db.write
    .update(apiKeys)
    .set({ lastUsedAt: hour })
    .where(and(eq(apiKeys.id, id), or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, hour))));
