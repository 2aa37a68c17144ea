import type { Labels } from '../../issue.ts';
import { type Field, keysOf } from '../format/field.ts';
import { quote } from './quote.ts';
import { readCell } from './read-cell.ts';
import type { Reader } from './reader.ts';
import type { Table, TableRow } from './table.ts';

/** A part of a definition as read, before `checkDefinition` has seen it. */
export type Draft = Record<string, unknown>;

/**
 * The value that a row's cells give for these fields, which is noted as the source of `path`. A cell that cannot be read is
 * reported and left out.
 */
export function readRow(table: Table, row: TableRow, fields: readonly Field[], path: string, reader: Reader): Draft {
  const draft: Draft = {};
  const { sheet } = table;
  reader.sources.add(path, { sheet, row: row.number }, table);
  for (const {
    index,
    header,
    field: { column },
    language,
  } of table.columns) {
    const cell = row.cells.get(index);
    const field = cell === undefined ? undefined : fields.find((one) => one.column === column);
    if (cell === undefined || !field) continue;
    const keys = keysOf(field);
    const place = { sheet, row: row.number, column: index };
    const inLanguage = language === undefined ? keys : [...keys, language];
    const { value, fault } = readCell(cell, field, reader.from1904);
    if (fault) {
      reader.error(
        'invalid_value',
        place,
        `trong cột ${quote(header)}, ${fault.vi}.`,
        `in the column ${quote(header)}, ${fault.en}.`,
      );
    } else if (value !== undefined) put(draft, inLanguage, value);
  }
  for (const field of fields) {
    const keys = keysOf(field);
    if (field.needed && !(keys[0] in draft)) put(draft, keys, {} satisfies Labels);
  }
  return draft;
}

function put(draft: Draft, [key, ...rest]: readonly string[], value: unknown) {
  if (key === undefined) return;
  if (rest.length === 0) {
    draft[key] = value;
    return;
  }
  draft[key] ??= {};
  put(draft[key] as Draft, rest, value);
}
