import { type CellValue, cellPosition, type Sheet } from './cell.ts';
import { decodeEscapes } from './escaped-text.ts';
import { workbookLimits } from './limits.ts';
import { damaged } from './refusal.ts';
import { readXml } from './xml.ts';
import { type Budget, tooLarge, type ZipEntry } from './zip.ts';

/** How many more cells and characters the sheets of one workbook may fill. */
export interface CellBudget {
  cells: number;
  characters: number;
}

/**
 * The filled cells of a worksheet. Rows and cells may be left out or come without their position, which is then the next one.
 * Empty formatted ones, however many, leave nothing behind. A formula counts by its stored result.
 */
export function readWorksheet(
  name: string,
  entry: ZipEntry,
  strings: readonly string[],
  budget: Budget,
  filled: CellBudget,
): Sheet {
  const rows = new Map<number, Map<number, CellValue>>();
  let row = 0;
  let column = -1;
  let type = 'n';
  let text = '';
  let hasFormula = false;
  let hasResult = false;
  let inText = false;
  let phonetic = false;

  const keep = (value: CellValue) => {
    if (value === '') return;
    let cells = rows.get(row);
    if (!cells) {
      if (rows.size === workbookLimits.rows) throw tooLarge();
      cells = new Map();
      rows.set(row, cells);
    }
    filled.cells--;
    filled.characters -= typeof value === 'string' ? value.length : 1;
    if (filled.cells < 0 || filled.characters < 0 || column >= workbookLimits.columns) throw tooLarge();
    cells.set(column, value);
  };

  readXml(entry, budget, {
    open(element, { r, t = 'n' }) {
      if (element === 'row') {
        row = r === undefined ? row + 1 : rowNumber(r);
        column = -1;
      } else if (element === 'c') {
        ({ row, column } = r === undefined ? { row, column: column + 1 } : placeOf(r));
        type = t;
        text = '';
        hasFormula = false;
        hasResult = false;
      } else if (element === 'f') hasFormula = true;
      else if (element === 'rPh') phonetic = true;
      else if (element === 'v' || element === 't') {
        inText = !phonetic;
        hasResult = true;
      }
    },
    text(part) {
      if (inText) text += part;
    },
    close(element) {
      if (element === 'v' || element === 't') inText = false;
      else if (element === 'rPh') phonetic = false;
      else if (element === 'c') keep(hasFormula && !hasResult ? { error: null } : cellValue(type, text, strings));
    },
  });
  const inOrder = [...rows].sort(([a], [b]) => a - b);
  return { name, rows: inOrder.map(([number, cells]) => ({ number, cells })) };
}

function cellValue(type: string, text: string, strings: readonly string[]): CellValue {
  switch (type) {
    case 's': {
      if (text === '') return '';
      const string = strings[Number(text)];
      if (string === undefined) throw damaged();
      return string;
    }
    case 'b':
      return text === '' ? '' : text === '1' || text === 'true';
    case 'e':
      return { error: text };
    case 'n': {
      const number = Number(text);
      return text.trim() === '' || !Number.isFinite(number) ? text.trim() : number;
    }
    default:
      return decodeEscapes(text);
  }
}

function rowNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw damaged();
  return number;
}

function placeOf(reference: string): { row: number; column: number } {
  const position = cellPosition(reference);
  if (!position) throw damaged();
  return position;
}
