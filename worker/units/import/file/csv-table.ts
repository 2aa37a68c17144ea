import { CsvError, parse } from 'csv-parse/sync';
import type { Fault } from '../../faults.ts';
import { MAX_ROWS, type Table, type TableRow } from './table.ts';

const separators = [',', ';', '\t'];

/** More than any row needs: what is behind a quotation mark that nobody closed is not read to the end of the file. */
const MAX_RECORD = 100_000;

/**
 * A list from CSV. Reads one row more than is allowed and no further, so that a huge file costs no more than a large one; 'too many
 * rows' then.
 */
export function csvTable(text: string): Table | Fault | 'too many rows' {
  try {
    const records: string[][] = parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: MAX_RECORD,
      to: MAX_ROWS + 2,
    });
    const filled = records
      .map((cells, at) => ({ number: at + 1, cells: filledCells(cells) }))
      .filter(({ cells }) => cells.size > 0);
    if (filled.length > MAX_ROWS + 1) return 'too many rows';
    const [heading, ...rows] = filled;
    const headings = heading ? records[heading.number - 1]!.map((cell) => cell.trim()) : [];
    return { headings, rows, from1904: false };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // So many records before it could be read.
    return { path: '', code: 'csv_invalid', values: { row: String(Number(error.records) + 1) } };
  }
}

/** The separator that the heading has most of: Vietnamese spreadsheets write semicolons, because the comma is their decimal sign. */
function separatorOf(text: string): string {
  const heading = /^\s*([^\r\n]*)/.exec(text)![1]!.replace(/"[^"]*"/g, '');
  const count = (separator: string) => heading.split(separator).length;
  return separators.reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

const filledCells = (cells: string[]): TableRow['cells'] =>
  new Map(cells.flatMap((cell, at): [number, string][] => (cell.trim() === '' ? [] : [[at, cell.trim()]])));
