const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const DAY_MS = 86_400_000;

/** The calendar and clock fields of a date or date-time; `null` when the text is none or there is no such day. */
export function fieldsOf(text: string) {
  const match = text.charCodeAt(4) === 45 ? DATE.exec(text) : null;
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1).map((field) => Number(field ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month - 1, day);
  const exists = year > 0 && midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
  if (!exists || hour > 23 || minute > 59 || second >= 60) return null;
  return { year, month, day, hour, minute, second, weekday: midnight.getUTCDay(), midnight: midnight.getTime() };
}

/**
 * Days from 1970-01-01 to an ISO date, as ODK counts them; NaN when the text is no date. A time adds its part of the day and is
 * read as the wall clock shows it: its offset is dropped, because everyone filling one form shares one clock.
 */
export function daysOf(text: string): number {
  const fields = fieldsOf(text);
  if (!fields) return Number.NaN;
  return fields.midnight / DAY_MS + (fields.hour * 3600 + fields.minute * 60 + fields.second) / 86_400;
}

/** The ISO date that many days after 1970-01-01, any part of a day dropped; '' outside the years 1 to 9999. */
export function dateOfDays(days: number): string {
  const date = new Date(Math.floor(days) * DAY_MS);
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? date.toISOString().slice(0, 10) : '';
}
