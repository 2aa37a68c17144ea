import { and, count, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { controlEvent, type Writing } from '../audit/event.ts';
import { invitations, rateLimit, session, signInTries, verification } from '../db/control.ts';
import type { Env } from '../env.ts';
import { log, withoutParameters } from '../http/log.ts';
import { control } from '../tenancy/tenant.ts';

const DAY = 24 * 60 * 60 * 1000;
/** How long an invitation says who invited whom, whether it was accepted or not. */
const INVITATIONS_KEPT = 365 * DAY;
/** How long a place counts as one from which somebody signs in (sign-in-tries.ts), without any try from there. */
const PLACES_KEPT = 365 * DAY;
/** How many rows of a table one run deletes. */
const BATCH = 500;

interface Expired {
  name: string;
  table: SQLiteTable;
  id: SQLiteColumn;
  hasEnded: SQL | undefined;
}

/** What of accounts has ended by a moment, and is of no use to anybody. */
function expiredAt(now: Date): Expired[] {
  const ago = (ms: number) => new Date(now.getTime() - ms).toISOString();
  const { provedAt, at } = signInTries;
  return [
    { name: 'sessions', table: session, id: session.id, hasEnded: lt(session.expiresAt, now) },
    { name: 'verifications', table: verification, id: verification.id, hasEnded: lt(verification.expiresAt, now) },
    {
      ...{ name: 'attempts', table: rateLimit, id: rateLimit.id },
      hasEnded: lt(rateLimit.lastRequest, now.getTime() - DAY),
    },
    {
      ...{ name: 'tries', table: signInTries, id: signInTries.key },
      hasEnded: or(and(isNull(provedAt), lt(at, ago(DAY))), lt(at, ago(PLACES_KEPT))),
    },
    {
      ...{ name: 'invitations', table: invitations, id: invitations.id },
      hasEnded: lt(invitations.createdAt, ago(INVITATIONS_KEPT)),
    },
  ];
}

/**
 * Deletes what has ended in the registry: sessions, pending verifications, counted attempts and tries to sign in, invitations older
 * than a year.
 */
export async function forgetExpired(env: Env, requestId: string): Promise<void> {
  try {
    const db = control(env, requestId);
    const now = new Date();
    const [first, ...others] = expiredAt(now).map(({ table, hasEnded }) =>
      db.read.select({ rows: count() }).from(table).where(hasEnded),
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
      ...ended.map(({ table, id, hasEnded }) =>
        db.write.delete(table).where(sql`${id} IN (SELECT ${id} FROM ${table} WHERE ${hasEnded} LIMIT ${BATCH})`),
      ),
    ]);
  } catch (error) {
    log('retention.accounts_failed', { requestId, error: withoutParameters(error) });
  }
}
