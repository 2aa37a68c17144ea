/**
 * How a column's cell stands for a value of the definition:
 * `text` as it is; `name` and `word` without the spaces around it, a `word` being one of `options`; `expression` as it is;
 * `flag` yes or no; `rule` yes, no or an expression; `number`; `date` as text or as Excel's own; `names` one a line or parted
 * by `;`; `parameters` as `start=0 end=10`; `default` text or a number; `labels` one column a language.
 */
export type FieldKind =
  | 'text'
  | 'name'
  | 'word'
  | 'expression'
  | 'flag'
  | 'rule'
  | 'number'
  | 'date'
  | 'names'
  | 'parameters'
  | 'default'
  | 'labels';

/** One column of a sheet and the key of the definition that it holds; both directions read the same list of fields. */
export interface Field {
  column: string;
  kind: FieldKind;
  /** The keys that lead to the value; `[column]` unless given. */
  at?: readonly [string, ...string[]];
  options?: readonly string[];
  /** The schema wants the key even when every cell is blank; it is then an object without texts. */
  needed?: boolean;
  /** The column is written even when no row uses it. */
  always?: boolean;
  width?: number;
}

/** A sheet whose rows are the entries of one list of the definition. */
export interface SheetFormat {
  sheet: string;
  fields: readonly Field[];
}

export function keysOf({ column, at }: Field): readonly [string, ...string[]] {
  return at ?? [column];
}
