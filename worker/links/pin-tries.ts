import type { links } from '../db/province/links.ts';
import { type LockPolicy, lockUntil } from '../http/growing-lock.ts';
import { Problem } from '../http/problem.ts';

/** How many tries a link takes before it locks for the first time. */
export const FREE_TRIES = 5;

/** 15 minutes after five wrong ones, a day at most. */
export const PIN_LOCKS: LockPolicy = { free: FREE_TRIES, first: 15, longest: 24 * 60 };

export type PinTries = Pick<typeof links.$inferSelect, 'pinFailures' | 'pinLockedUntil'>;

/** Until when a link takes no PIN, or null when it takes one. */
export const lockedUntil = ({ pinLockedUntil }: PinTries, now: string): string | null =>
  pinLockedUntil !== null && pinLockedUntil > now ? pinLockedUntil : null;

/**
 * Whether a PIN may be tried now, and what then stands in the link. A try counts as wrong before it is compared, so that
 * guesses that come together cannot be more than are allowed; the right PIN takes it back.
 */
export function decideTry(tries: PinTries, now: string): PinTries | Problem {
  const locked = lockedUntil(tries, now);
  if (locked !== null) return new Problem('pin_locked', [], { lockedUntil: locked });
  const pinFailures = tries.pinFailures + 1;
  return { pinFailures, pinLockedUntil: lockUntil(pinFailures, PIN_LOCKS, now) };
}

/** Seconds until an instant, at least one, as `Retry-After` says them. */
export const secondsUntil = (instant: string, now: string): number =>
  Math.max(1, Math.ceil((Date.parse(instant) - Date.parse(now)) / 1000));
