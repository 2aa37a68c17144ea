import { type CellValue, readWorkbook } from '../../../../forms/index.ts';
import type { ProblemError } from '../../../http/problem.ts';
import { problemErrors } from '../../../http/problem.ts';
import { type Fault, faultError } from '../../faults.ts';
import { MAX_ROWS, type Table } from './table.ts';

const isFilled = (cell: CellValue) => typeof cell !== 'string' || cell.trim() !== '';

/** A list from the first sheet of a workbook that has anything in it; otherwise why there is none. */
export async function workbookTable(
  bytes: Uint8Array,
  language: 'vi' | 'en',
): Promise<Table | ProblemError[] | 'too many rows'> {
  const { workbook, issue } = await readWorkbook(bytes);
  if (issue?.code === 'workbook_too_large') return 'too many rows';
  // The reader speaks of forms there.
  if (issue?.code === 'not_xlsx') return [faultError({ path: '', code: 'not_xlsx' } satisfies Fault, language)];
  if (issue) return problemErrors([issue], language);
  const sheets = workbook.sheets.map(({ rows }) =>
    rows
      .map(({ number, cells }) => ({ number, cells: new Map([...cells].filter(([, cell]) => isFilled(cell))) }))
      .filter(({ cells }) => cells.size > 0),
  );
  const [heading, ...rows] = sheets.find((sheet) => sheet.length > 0) ?? [];
  if (rows.length > MAX_ROWS) return 'too many rows';
  const last = Math.max(-1, ...(heading?.cells.keys() ?? []));
  const headings = Array.from({ length: last + 1 }, (_, at) => textOf(heading!.cells.get(at)));
  return { headings, rows, from1904: workbook.from1904 };
}

const textOf = (cell: CellValue | undefined) =>
  cell === undefined || typeof cell === 'object' ? '' : String(cell).normalize('NFC').trim();
