import * as v from 'valibot';
import { isDay } from '../db/local-time.ts';

/** Shapes that several features put on the wire. */
export const Id = v.pipe(v.string(), v.uuid());
export const Timestamp = v.pipe(v.string(), v.isoTimestamp(), v.description('ISO 8601, UTC'));
export const Labels = v.record(v.string(), v.string());
export const Attributes = v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()]));
/** An answer as it stands in JSON. */
export const AnswerWire = v.union([v.string(), v.number(), v.boolean(), v.array(v.string()), v.null()]);
/** One line of text that people read: a name. No control characters, which a database or a spreadsheet may stumble over. */
export const Line = (maxLength: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(maxLength), v.regex(/^\P{Cc}*$/u));
/** What is looked for in names and codes. A NUL character, which a database takes for an end, is in none of them. */
export const SearchText = v.pipe(
  v.string(),
  v.maxLength(200),
  v.transform((text) => text.replaceAll('\0', '').trim()),
);
export const Level = v.picklist(['commune', 'village']);

/** How many items of a list are wanted at most, as a query says it: 1 to `most`. */
export const Limit = (most: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number), v.minValue(1), v.maxValue(most));

/** Years in which a day can be meant; a slip of the hand outside them would only break arithmetic. */
const isPlausible = (day: string) => isDay(day) && day >= '1900-01-01' && day <= '2199-12-31';

/** An instant given by a caller, in any offset, kept in UTC with milliseconds so that instants compare as text. */
export const Instant = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((text) => isPlausible(text.slice(0, 10)), 'There is no such day'),
  // ISO 8601 allows an offset of whole hours, +07, which `Date` does not read.
  v.transform((text) => new Date(text.replace(/[+-]\d\d$/, '$&:00')).toISOString()),
);

/** A day of the calendar, in Asia/Ho_Chi_Minh. */
export const Day = v.pipe(
  v.string(),
  v.isoDate(),
  v.check(isPlausible, 'There is no such day'),
  v.description('YYYY-MM-DD'),
);
