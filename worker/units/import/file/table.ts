import type { CellValue } from '../../../../forms/index.ts';

/** A list as a file has it, whatever the file was: headings, and rows with the numbers that a spreadsheet shows beside them. */
export interface Table {
  headings: string[];
  rows: TableRow[];
  /** Whether a number that stands for a day counts from 1904. */
  from1904: boolean;
}

export interface TableRow {
  number: number;
  /** By the heading's place; blank cells are not there. */
  cells: Map<number, CellValue>;
}

/** More rows than any province has units, and fewer than would hold the service up. */
export const MAX_ROWS = 20_000;
