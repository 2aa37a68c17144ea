const DAY = 86_400_000;
/** 31 December 9999, the last day that a spreadsheet knows. */
const LAST = 2_958_465;

/**
 * The date that a spreadsheet stores as a number of days, as `YYYY-MM-DD`; null when it is none. Before March 1900 the count is
 * off by one for a leap day that never was, so those days are left out.
 */
export function isoDate(serial: number, from1904: boolean): string | null {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0);
  if (days <= 60 || days > LAST) return null;
  return new Date(Date.UTC(1899, 11, 30) + days * DAY).toISOString().slice(0, 10);
}
