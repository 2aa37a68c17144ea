import { and, eq, isNull } from 'drizzle-orm';
import { event, type Writing } from '../audit/event.ts';
import type { ProvinceDb } from '../db/open.ts';
import { apiKeys } from '../db/province/api-keys.ts';
import type { KeyRow } from './wire.ts';

export const allKeys = (db: ProvinceDb) => db.read.select().from(apiKeys).orderBy(apiKeys.id);

export const keyById = (db: ProvinceDb, id: string) => db.read.select().from(apiKeys).where(eq(apiKeys.id, id));

export async function insertKey(db: ProvinceDb, row: KeyRow, by: Writing): Promise<void> {
  const detail = { name: row.name, scopes: row.scopes };
  await db.write.batch([
    event(db, by, 'key.create', `key:${row.id}`, detail, { after: row }),
    db.write.insert(apiKeys).values(row),
  ]);
}

export async function revokeKey(db: ProvinceDb, id: string, by: Writing): Promise<void> {
  await db.write.batch([
    event(db, by, 'key.revoke', `key:${id}`, {}, { before: { revokedAt: null }, after: { revokedAt: by.now } }),
    db.write
      .update(apiKeys)
      .set({ revokedAt: by.now })
      .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt))),
  ]);
}
