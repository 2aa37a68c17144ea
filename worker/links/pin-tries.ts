import type { links } from '../db/province/links.ts';
import { Problem } from '../http/problem.ts';

/** How many tries a link takes before it locks for the first time. */
export const FREE_TRIES = 5;

const MINUTE = 60_000;
const FIRST_LOCK = 15;
const LONGEST_LOCK = 24 * 60;

/** For how many minutes a link takes no PIN after so many wrong ones in a row: 15 after five, then twice as long each time. */
export function lockMinutes(failures: number): number {
  if (failures < FREE_TRIES) return 0;
  return Math.min(FIRST_LOCK * 2 ** (failures - FREE_TRIES), LONGEST_LOCK);
}

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
  const minutes = lockMinutes(pinFailures);
  const pinLockedUntil = minutes === 0 ? null : new Date(Date.parse(now) + minutes * MINUTE).toISOString();
  return { pinFailures, pinLockedUntil };
}

/** Seconds until an instant, at least one, as `Retry-After` says them. */
export const secondsUntil = (instant: string, now: string): number =>
  Math.max(1, Math.ceil((Date.parse(instant) - Date.parse(now)) / 1000));
