import { localDay } from '../db/local-time.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The instant at which a day (YYYY-MM-DD) ends in Asia/Ho_Chi_Minh; null for what is no day. */
export function endOfDay(day: string): string | null {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00+07:00`) : Number.NaN;
  // Of 30 February some engines make 2 March.
  if (Number.isNaN(start) || localDay(new Date(start).toISOString()) !== day) return null;
  return new Date(start + DAY).toISOString();
}

/** The last day that is over by an instant. */
export const lastFullDay = (instant: string): string => localDay(new Date(Date.parse(instant) - DAY).toISOString());

/** The last day on which something that ends at an instant can be used: what ends at midnight ends the day before. */
export const lastDayOf = (instant: string): string => localDay(new Date(Date.parse(instant) - 1).toISOString());
