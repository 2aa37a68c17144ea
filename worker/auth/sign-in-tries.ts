import type { signInTries } from '../db/control.ts';
import { type LockPolicy, lockUntil } from '../http/growing-lock.ts';
import { Problem } from '../http/problem.ts';

/** What is counted: an account, an address, and the account from that address or, where none is known, with a known browser. */
export type TryKind = 'account' | 'address' | 'pair';

/**
 * Guessing from one place locks that place out of the account; only guessing from many places locks the account, never for longer
 * than a quarter of an hour, and not for places or with browsers from which somebody signed in before: nobody can keep a person out by knowing their
 * address (docs/adr/0026-accounts.md). An office behind one address fails often without anybody guessing.
 */
export const SIGN_IN_LOCKS: Record<TryKind, LockPolicy> = {
  pair: { free: 5, first: 15, longest: 60 },
  account: { free: 20, first: 1, longest: 15 },
  address: { free: 50, first: 1, longest: 60 },
};

/** After how long without one earlier failures are forgotten, in milliseconds. */
const FORGOTTEN = 24 * 60 * 60_000;

export type TryRow = typeof signInTries.$inferSelect;
/** What is known of each; null where nothing failed yet, absent where addresses are not known. */
export type Tries = { account: TryRow | null; address?: TryRow | null; pair?: TryRow | null };

export interface Counted {
  kind: TryKind;
  failures: number;
  lockedUntil: string | null;
}

const isLocked = (row: TryRow | null | undefined, now: string): row is TryRow & { lockedUntil: string } =>
  row?.lockedUntil != null && row.lockedUntil > now;

const isFresh = ({ at }: TryRow, now: string) => Date.parse(now) - Date.parse(at) < FORGOTTEN;

/**
 * Whether a password may be tried now, and what then is counted: as wrong before it is compared, so that guesses that come together
 * cannot be more than are allowed. Else `sign_in_locked`, whether or not there is such an account.
 */
export function decideSignInTry(tries: Tries, now: string, isKnownBrowser = false): Counted[] | Problem {
  const { account, address, pair } = tries;
  const known = isKnownBrowser || pair?.provedAt != null;
  const locks = [pair, address, known ? null : account].filter((row) => isLocked(row, now));
  if (locks.length > 0) {
    const lockedUntil = locks
      .map((row) => row.lockedUntil)
      .sort()
      .at(-1)!;
    return new Problem('sign_in_locked', [], { lockedUntil });
  }
  return (['account', 'address', 'pair'] as const)
    .filter((kind) => tries[kind] !== undefined)
    .map((kind) => {
      const row = tries[kind];
      const failures = (row && isFresh(row, now) ? row.failures : 0) + 1;
      return { kind, failures, lockedUntil: lockUntil(failures, SIGN_IN_LOCKS[kind], now) };
    });
}
