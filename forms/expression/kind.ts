/**
 * What sort of value a name or an expression has, as far as it is known before any answer is.
 *
 * - `string`: text, and a select_one whose choice names are words.
 * - `any`: nothing is assumed; also right for a select_one whose choice names are numerals, which may be compared with both.
 * - `list`: select_multiple.
 */
export type ValueKind = 'number' | 'string' | 'boolean' | 'date' | 'list' | 'any';

/** A name that an expression may refer to. An `attribute` and a `calculation` belong to the commune. */
export interface NameInfo {
  kind: ValueKind;
  level: 'commune' | 'village' | 'calculation' | 'attribute';
}

/** Form mode follows ODK over one unit's answers; score mode is exact and three-valued over a commune and its villages. */
export type Mode = 'form' | 'score';
