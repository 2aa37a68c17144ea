/** How locks grow: after `free` failures in a row the first, each further one twice as long as the one before. In minutes. */
export interface LockPolicy {
  free: number;
  first: number;
  longest: number;
}

/** For how many minutes nothing is taken after so many failures in a row. */
export function lockMinutes(failures: number, { free, first, longest }: LockPolicy): number {
  if (failures < free) return 0;
  return Math.min(first * 2 ** (failures - free), longest);
}

/** Until when that is, or null when the next try is free. */
export function lockUntil(failures: number, policy: LockPolicy, now: string): string | null {
  const minutes = lockMinutes(failures, policy);
  return minutes === 0 ? null : new Date(Date.parse(now) + minutes * 60_000).toISOString();
}
