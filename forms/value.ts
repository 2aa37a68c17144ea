/**
 * One answer or the result of an expression, as it stands in JSON. `null`, `''` and a missing key all mean "no answer",
 * which is never the same as 0 (docs/domain.md, K11). Dates are `YYYY-MM-DD`; a select_multiple is a list of choice names.
 */
export type Value = string | number | boolean | string[] | null;

/** The answers of one unit to one section level, by question name. */
export type Answers = Record<string, Value>;

/** Whether a value is "no answer". */
export function isBlank(value: Value | undefined): value is null | undefined | '' {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
