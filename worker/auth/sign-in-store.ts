import { eq, inArray, type SQL, sql } from 'drizzle-orm';
import { controlEvent, type Writing } from '../audit/event.ts';
import { signInTries, user } from '../db/control.ts';
import type { ControlDb } from '../db/open.ts';
import { expecting } from '../db/precondition.ts';
import type { Counted, Tries, TryKind } from './sign-in-tries.ts';

/** The keys under which a try is counted. */
export type TryKeys = { account: string } & Partial<Record<TryKind, string>>;

/** What was counted so far, and whose account it is; null when nobody has that. */
export async function readTries(db: ControlDb, keys: TryKeys, whose: SQL) {
  const [rows, [known]] = await db.read.batch([
    db.read
      .select()
      .from(signInTries)
      .where(inArray(signInTries.key, Object.values(keys))),
    db.read.select({ id: user.id }).from(user).where(whose),
  ]);
  const kinds = Object.entries(keys).map(([kind, key]) => [kind, rows.find((row) => row.key === key) ?? null]);
  return { tries: Object.fromEntries(kinds) as Tries, userId: known?.id ?? null };
}

/**
 * Counts a try as failed; aborts with `state` when another was counted for the account meanwhile. The count of an address is only
 * added to: a whole office may sign in at once.
 */
export async function countSignInTry(db: ControlDb, keys: TryKeys, tries: Tries, counted: Counted[], now: string) {
  const asRead = sql`coalesce((SELECT failures FROM sign_in_tries WHERE key = ${keys.account}), 0)
    = ${tries.account?.failures ?? 0}`;
  const [first, ...rest] = counted.map(({ kind, failures, lockedUntil }) => {
    const values = { key: keys[kind]!, failures, lockedUntil, at: now };
    const counts = kind === 'address' && failures > 1 ? sql`failures + 1` : failures;
    const set = { failures: counts, lockedUntil, at: now };
    return db.write.insert(signInTries).values(values).onConflictDoUpdate({ target: signInTries.key, set });
  });
  await db.write.batch([db.write.run(expecting('state', asRead)), first!, ...rest]);
}

/** After the right password its try is taken back, and from that place nothing is left that failed. */
export async function takeBackTry(db: ControlDb, keys: TryKeys, now: string): Promise<void> {
  const back = { failures: sql`max(failures - 1, 0)`, lockedUntil: null };
  const shared = [keys.account, keys.address].filter((key) => key !== undefined);
  await db.write.batch([
    db.write.update(signInTries).set(back).where(inArray(signInTries.key, shared)),
    db.write
      .update(signInTries)
      .set({ failures: 0, lockedUntil: null, provedAt: now })
      .where(eq(signInTries.key, keys.pair ?? '')),
  ]);
}

/** The subject of what happened to an account; who has none is not named. */
const subjectOf = (userId: string | null) => (userId ? `user:${userId}` : 'user:unknown');

/** Records a failed sign-in, and the locks that it brought. */
export async function recordFailure(db: ControlDb, userId: string | null, counted: Counted[], by: Writing) {
  const locks = counted.filter(({ lockedUntil }) => lockedUntil !== null);
  await db.write.batch([
    controlEvent(db, by, 'session.sign_in_failed', subjectOf(userId)),
    ...locks.map(({ kind, lockedUntil }) =>
      controlEvent(db, by, 'session.lock', subjectOf(userId), { of: kind, lockedUntil }),
    ),
  ]);
}
