import type { SheetFormat } from '../format/field.ts';
import type { Sheet } from '../workbook/cell.ts';
import { type Draft, readRow } from './read-row.ts';
import type { Reader } from './reader.ts';
import { readTable } from './table.ts';

/** The entries of one of our own sheets, one a row; `key` is the definition's name for the list. */
export function readList(sheet: Sheet | undefined, key: string, format: SheetFormat, reader: Reader): Draft[] {
  if (!sheet) return [];
  const table = readTable(sheet, format.sheet, format.fields, reader);
  const used = table.rows.filter(({ cells }) => table.columns.some(({ index }) => cells.has(index)));
  return used.map((row, at) => readRow(table, row, format.fields, `${key}.${at}`, reader));
}
