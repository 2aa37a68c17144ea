import { choiceFields } from '../format/other-sheets.ts';
import type { Sheet } from '../workbook/cell.ts';
import { readCell } from './read-cell.ts';
import { type Draft, readRow } from './read-row.ts';
import type { Reader } from './reader.ts';
import { cellText, readTable, type Table, type TableRow } from './table.ts';

/** The lists of choices by name. Columns of the author's own are kept as text, for a `choice_filter` to read. */
export function readChoices(sheet: Sheet | undefined, reader: Reader): Record<string, Draft[]> {
  const lists = new Map<string, Draft[]>();
  if (!sheet) return {};
  const table = readTable(sheet, 'choices', choiceFields, reader, true);
  for (const row of table.rows) {
    if (!table.columns.some(({ index }) => row.cells.has(index))) continue;
    const list = cellText(table, row, 'list_name');
    const missing = list === '' ? 'list_name' : cellText(table, row, 'name') === '' ? 'name' : null;
    if (missing !== null) {
      reader.error(
        'missing',
        { sheet: 'choices', row: row.number },
        `lựa chọn này chưa có “${missing}”.`,
        `this choice has no “${missing}”.`,
      );
      continue;
    }
    const choices = lists.get(list) ?? [];
    lists.set(list, choices);
    const path = `choices.${list}.${choices.length}`;
    const choice = readRow(table, row, choiceFields.slice(1), path, reader);
    choices.push({ ...choice, ...others(table, row, reader) });
  }
  return Object.fromEntries(lists);
}

function others(table: Table, row: TableRow, reader: Reader): Draft {
  const columns = table.others.flatMap(({ index, header }) => {
    const cell = row.cells.get(index);
    if (cell === undefined) return [];
    const { value, fault } = readCell(cell, { column: header, kind: 'text' }, reader.from1904);
    if (fault) {
      reader.error(
        'invalid_value',
        { sheet: table.sheet, row: row.number, column: index },
        `${fault.vi}.`,
        `${fault.en}.`,
      );
    }
    return value === undefined ? [] : [[header, value] as const];
  });
  return Object.fromEntries(columns);
}
