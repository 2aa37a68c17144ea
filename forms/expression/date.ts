const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(Z|[+-]\d{2}:?\d{2})?)?$/;
const TIME = /^(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(?:Z|[+-]\d{2}:?\d{2})?$/;
const DAY_MS = 86_400_000;

/** What a clock shows. */
export interface TimeFields {
  hour: number;
  minute: number;
  /** With its fraction. */
  second: number;
}

export interface DateFields extends TimeFields {
  year: number;
  month: number;
  day: number;
  /** From 0 for Sunday. */
  weekday: number;
  /** The beginning of the day in UTC, in milliseconds since 1970. */
  midnight: number;
  /** The offset from UTC as it is written (`Z`, `+07:00`), '' when it is not. */
  zone: string;
}

/** The calendar and clock fields of a date or date-time; `null` when the text is none or there is no such day. */
export function fieldsOf(text: string): DateFields | null {
  const match = text.charCodeAt(4) === 45 ? DATE.exec(text) : null;
  if (!match) return null;
  const [, year, month, day, hour, minute, second] = match.map((field) => Number(field ?? 0)) as NumberFields;
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month - 1, day);
  const exists = year > 0 && midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
  if (!exists || hour > 23 || minute > 59 || second >= 60) return null;
  const weekday = midnight.getUTCDay();
  return { year, month, day, hour, minute, second, weekday, midnight: midnight.getTime(), zone: match[7] ?? '' };
}

type NumberFields = [text: number, ...fields: [number, number, number, number, number, number]];

/** The fields of a time of day such as `06:30` or `18:05:00.000+07:00`. */
export function timeOf(text: string): TimeFields | null {
  const match = TIME.exec(text);
  const [hour = 24, minute = 0, second = 0] = match?.slice(1, 4).map((field) => Number(field ?? 0)) ?? [];
  return hour > 23 || minute > 59 || second >= 60 ? null : { hour, minute, second };
}

/** The time as a part of its day, from 0 up to, not including, 1. */
export function partOfDay({ hour, minute, second }: TimeFields): number {
  return (hour * 3600 + minute * 60 + second) / 86_400;
}

/**
 * Days from 1970-01-01 to an ISO date, as ODK counts them; NaN when the text is no date. A time adds its part of the day and is
 * read as the wall clock shows it: its offset is dropped, because everyone filling one form shares one clock.
 */
export function daysOf(text: string): number {
  const fields = fieldsOf(text);
  return fields ? fields.midnight / DAY_MS + partOfDay(fields) : Number.NaN;
}

/** Days from 1970-01-01 UTC to the very moment; a date or time without an offset is taken as UTC. */
export function instantOf(fields: DateFields): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(fields.zone) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) / 1440;
  return fields.midnight / DAY_MS + partOfDay(fields) - (sign === '-' ? -offset : offset);
}

/** The ISO date that many days after 1970-01-01, any part of a day dropped; '' outside the years 1 to 9999. */
export function dateOfDays(days: number): string {
  return dateTimeOfDays(Math.floor(days)).slice(0, 10);
}

/** The ISO date-time in UTC that many days after 1970-01-01, to the millisecond; '' outside the years 1 to 9999. */
export function dateTimeOfDays(days: number): string {
  const date = new Date(Math.round(days * DAY_MS));
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? date.toISOString() : '';
}
