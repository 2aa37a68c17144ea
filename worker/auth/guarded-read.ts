import type { BatchItem, BatchResponse } from 'drizzle-orm/batch';
import type { Context } from 'hono';
import type { App } from '../env.ts';
import { keyByHash, refuseKey } from './api-key.ts';
import type { Permission } from './permissions.ts';

type Queries = readonly [BatchItem<'sqlite'>, ...BatchItem<'sqlite'>[]];

/**
 * Runs a handler's reads in one round trip. A caller with an API key is verified in that same trip, before anything is returned:
 * throws the key's problem otherwise. Staff were verified by the guard.
 */
export async function guardedRead<T extends Queries>(
  c: Context<App>,
  permission: Permission,
  queries: T,
): Promise<BatchResponse<T>> {
  const { db } = c.get('tenant');
  const caller = c.get('caller');
  if (caller.kind === 'staff') return db.read.batch(queries);
  const [keys, ...results] = await db.read.batch([keyByHash(db, caller.keyHash), ...queries]);
  const refusal = refuseKey(keys[0], permission, new Date().toISOString());
  if (refusal) throw refusal;
  return results as BatchResponse<T>;
}
