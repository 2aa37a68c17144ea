import { addDays, isDay, localDay, startOfDay } from '../db/local-time.ts';

/** The instant at which a day (YYYY-MM-DD) ends in Asia/Ho_Chi_Minh; null for what is no day. */
export const endOfDay = (day: string): string | null => (isDay(day) ? startOfDay(addDays(day, 1)) : null);

/** The last day that is over by an instant. */
export const lastFullDay = (instant: string): string => addDays(localDay(instant), -1);

/** The last day on which something that ends at an instant can be used: what ends at midnight ends the day before. */
export const lastDayOf = (instant: string): string => localDay(new Date(Date.parse(instant) - 1).toISOString());
