import { stringify } from 'csv-stringify/sync';

type Cell = string | number | null | undefined;

/** Lines as CSV: with a byte order mark, so that spreadsheets read Vietnamese letters, and with cells that begin like a formula escaped. */
export const csvOf = (header: readonly string[], lines: readonly Cell[][]): string =>
  stringify([header, ...lines], { bom: true, escape_formulas: true });
