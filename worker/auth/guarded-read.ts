import { sql } from 'drizzle-orm';
import type { BatchItem, BatchResponse } from 'drizzle-orm/batch';
import type { Context } from 'hono';
import { event, eventRow } from '../audit/event.ts';
import { apiKeys } from '../db/province/api-keys.ts';
import { events } from '../db/province/events.ts';
import type { App } from '../env.ts';
import { Problem } from '../http/problem.ts';
import { keyByHash, mayInSql, refuseKey } from './api-key.ts';
import { allows, type Permission } from './permissions.ts';

/** The act of seeing counts unmasked, as the log names it. */
export const FIGURES_READ = 'figures.read';

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
  const refusal = refuseKey(keys[0], caller, [permission], new Date().toISOString());
  if (refusal) throw refusal;
  c.set('usedKey', keys[0]);
  return results as BatchResponse<T>;
}

/**
 * As `guardedRead`, for counts as they are: wants `figure.read` beside the permission, and records in the same batch who saw
 * them and of what (`subject`, such as `round:…`). It takes the writer's turn, so ask for it only where a caller asked
 * (docs/adr/0025-small-counts.md). A key that is refused leaves no event: it saw nothing.
 */
export async function exactRead<T extends Queries>(
  c: Context<App>,
  permission: Permission,
  subject: string,
  queries: T,
): Promise<BatchResponse<T>> {
  const { db } = c.get('tenant');
  const caller = c.get('caller');
  const now = new Date().toISOString();
  const requestId = c.get('requestId');
  if (caller.kind === 'staff') {
    if (!allows(caller.roles, 'figure.read')) throw new Problem('forbidden');
    const role = caller.roles.filter((held) => allows([held], 'figure.read')).join(',');
    const by = { actor: { kind: 'staff' as const, id: caller.userId, role }, requestId, now };
    const [, ...results] = await db.write.batch([event(db, by, FIGURES_READ, subject), ...queries]);
    return results as BatchResponse<T>;
  }
  const wanted = [permission, 'figure.read'] as const;
  // By column name, because an insert from a select takes all columns of the table and in its order.
  const row = eventRow(db, { actor: { kind: 'key', id: '' }, requestId, now }, FIGURES_READ, subject);
  const values = Object.fromEntries(
    Object.entries({ seq: null, ...row, detail: JSON.stringify(row.detail) }).map(([name, value]) => [
      name,
      sql`${value}`.as(name),
    ]),
  );
  const recorded = db.write.insert(events).select(
    db.read
      .select({ ...values, actorId: sql`${apiKeys.id}`.as('actorId') } as never)
      .from(apiKeys)
      .where(mayInSql(caller, wanted, now)),
  );
  const [, keys, ...results] = await db.write.batch([recorded, keyByHash(db, caller.keyHash), ...queries]);
  const refusal = refuseKey(keys[0], caller, wanted, now);
  if (refusal) throw refusal;
  c.set('usedKey', keys[0]);
  return results as BatchResponse<T>;
}
