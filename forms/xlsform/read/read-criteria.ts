import { criteriaFormat, measureFields } from '../format/other-sheets.ts';
import type { Sheet } from '../workbook/cell.ts';
import { type Draft, readRow } from './read-row.ts';
import type { Reader } from './reader.ts';
import { cellText, readTable, type Table, type TableRow } from './table.ts';

const ofFurtherMeasure = new Set(['id', ...measureFields.map(({ column }) => column)]);

/** The criteria, one a row; a row that has nothing but the id of the one above and a measure adds that measure to it. */
export function readCriteria(sheet: Sheet | undefined, reader: Reader): Draft[] {
  const criteria: Draft[] = [];
  if (!sheet) return criteria;
  const table = readTable(sheet, criteriaFormat.sheet, criteriaFormat.fields, reader);
  for (const row of table.rows) {
    if (!table.columns.some(({ index }) => row.cells.has(index))) continue;
    const above = criteria.at(-1);
    if (above && cellText(table, row, 'id') === above.id && isFurtherMeasure(table, row)) {
      addMeasure(above, `criteria.${criteria.length - 1}.all`, table, row, reader);
    } else {
      criteria.push(readRow(table, row, criteriaFormat.fields, `criteria.${criteria.length}`, reader));
    }
  }
  return criteria;
}

function isFurtherMeasure(table: Table, row: TableRow): boolean {
  return table.columns.every(({ index, field }) => !row.cells.has(index) || ofFurtherMeasure.has(field.column));
}

function addMeasure(criterion: Draft, path: string, table: Table, row: TableRow, reader: Reader) {
  if (criterion.measure !== undefined) {
    criterion.all = [criterion.measure];
    delete criterion.measure;
    reader.sources.copy(path.slice(0, path.lastIndexOf('.')), `${path}.0`, 'measure');
  }
  criterion.all ??= [];
  const all = criterion.all as unknown[];
  const at = `${path}.${all.length}`;
  all.push(readRow(table, row, measureFields, at, reader).measure ?? {});
  reader.sources.copy(at, at, 'measure');
}
