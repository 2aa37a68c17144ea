/** What a cell shows: text, a number, true or false, or nothing that can be read. An empty cell is not there at all. */
export type CellValue = string | number | boolean | CellError;

/** An error such as `#REF!`; null for a formula whose result was never stored, because no spreadsheet has opened the file yet. */
export interface CellError {
  error: string | null;
}

/** A sheet's filled cells, by row number (1 is the first) and column number (0 is A), rows in order. */
export interface Sheet {
  name: string;
  rows: { number: number; cells: Map<number, CellValue> }[];
}

/** A, B … Z, AA … for 0, 1 … 25, 26 … */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** The row and column of a reference such as `AB12`; null when it is none. */
export function cellPosition(reference: string): { row: number; column: number } | null {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(reference);
  if (!match) return null;
  const column = [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]), column };
}
