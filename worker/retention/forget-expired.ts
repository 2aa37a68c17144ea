import { count, lt, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { controlEvent, type Writing } from '../audit/event.ts';
import { invitations, rateLimit, session, verification } from '../db/control.ts';
import type { Env } from '../env.ts';
import { log, withoutParameters } from '../http/log.ts';
import { control } from '../tenancy/tenant.ts';

const DAY = 24 * 60 * 60 * 1000;
/** How long an invitation says who invited whom, whether it was accepted or not. */
const INVITATIONS_KEPT = 365 * DAY;
/** How many rows of a table one run deletes. */
const BATCH = 500;

interface Expired {
  name: string;
  table: SQLiteTable;
  id: SQLiteColumn;
  column: SQLiteColumn;
  before: Date | number | string;
}

/** What of accounts has ended by a moment, and is of no use to anybody. */
const expiredAt = (now: Date): Expired[] => [
  { name: 'sessions', table: session, id: session.id, column: session.expiresAt, before: now },
  { name: 'verifications', table: verification, id: verification.id, column: verification.expiresAt, before: now },
  {
    ...{ name: 'attempts', table: rateLimit, id: rateLimit.id, column: rateLimit.lastRequest },
    before: now.getTime() - DAY,
  },
  {
    ...{ name: 'invitations', table: invitations, id: invitations.id, column: invitations.createdAt },
    before: new Date(now.getTime() - INVITATIONS_KEPT).toISOString(),
  },
];

/** Deletes what has ended in the registry: sessions, pending verifications, counted attempts, invitations older than a year. */
export async function forgetExpired(env: Env, requestId: string): Promise<void> {
  try {
    const db = control(env, requestId);
    const now = new Date();
    const [first, ...others] = expiredAt(now).map(({ table, column, before }) =>
      db.read.select({ rows: count() }).from(table).where(lt(column, before)),
    );
    const counted = await db.read.batch([first!, ...others]);
    const ended = expiredAt(now)
      .map((each, index) => ({ ...each, rows: Math.min(counted[index]?.[0]?.rows ?? 0, BATCH) }))
      .filter(({ rows }) => rows > 0);
    if (ended.length === 0) return;
    const by: Writing = { actor: { kind: 'system', id: 'retention' }, requestId, now: now.toISOString() };
    const deleted = Object.fromEntries(ended.map(({ name, rows }) => [name, rows]));
    await db.write.batch([
      controlEvent(db, by, 'account.forget', 'accounts', deleted),
      ...ended.map(({ table, id, column, before }) =>
        db.write
          .delete(table)
          .where(
            sql`${id} IN (SELECT ${id} FROM ${table} WHERE ${lt(column, before)} ORDER BY ${column} LIMIT ${BATCH})`,
          ),
      ),
    ]);
  } catch (error) {
    log('retention.accounts_failed', { requestId, error: withoutParameters(error) });
  }
}
