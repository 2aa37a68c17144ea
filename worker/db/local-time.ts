/** Viet Nam is seven hours ahead of UTC, all year and since 1975. */
const OFFSET = 7 * 60 * 60 * 1000;

/** An instant (ISO 8601 UTC) on the clock of Asia/Ho_Chi_Minh, with its offset. */
export const localTime = (instant: string): string =>
  new Date(Date.parse(instant) + OFFSET).toISOString().replace('Z', '+07:00');

/** The day of an instant in Asia/Ho_Chi_Minh, YYYY-MM-DD. */
export const localDay = (instant: string): string => localTime(instant).slice(0, 10);

/** Whether a text is a day of the calendar, YYYY-MM-DD: 2024-02-29 is one, 2023-02-29 is not. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
};

/** The day that lies `days` after another, or before it when negative; both YYYY-MM-DD. */
export const addDays = (day: string, days: number): string => {
  const midnight = new Date(`${day}T00:00:00.000Z`);
  midnight.setUTCDate(midnight.getUTCDate() + days);
  return midnight.toISOString().slice(0, 10);
};

/** The first instant of a day in Asia/Ho_Chi_Minh: ISO 8601 UTC with milliseconds, so that it compares with others as text. */
export const startOfDay = (day: string): string => new Date(`${day}T00:00:00.000+07:00`).toISOString();

/** The first instant after a day in Asia/Ho_Chi_Minh: what ends with the day ends then. */
export const endOfDay = (day: string): string => startOfDay(addDays(day, 1));

/** The last day on which something that ends at an instant still holds: what ends at midnight ends with the day before. */
export const lastDayBefore = (instant: string): string => localDay(new Date(Date.parse(instant) - 1).toISOString());

/** A day as Vietnamese papers write it: 12/06/2024. */
export const writtenDay = (day: string): string => day.split('-').reverse().join('/');
