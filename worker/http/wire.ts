import * as v from 'valibot';

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
export const Level = v.picklist(['commune', 'village']);

/** An instant given by a caller, in any offset, kept in UTC with milliseconds so that instants compare as text. */
export const Instant = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((text) => new Date(text).toISOString()),
);
