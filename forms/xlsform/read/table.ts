import { suggest } from '../../expression/suggest.ts';
import type { Field } from '../format/field.ts';
import { aliasOf, readHeader } from '../format/header.ts';
import { languageCode } from '../format/languages.ts';
import { unsupportedColumn } from '../format/unsupported-columns.ts';
import type { CellValue, Sheet } from '../workbook/cell.ts';
import { quote } from './quote.ts';
import { textOf } from './read-cell.ts';
import type { Place, Reader } from './reader.ts';

export interface TableColumn {
  index: number;
  /** As the sheet has it. */
  header: string;
  field: Field;
  /** The language of a text. */
  language?: string;
}

export interface TableRow {
  number: number;
  cells: ReadonlyMap<number, CellValue>;
}

/** A sheet whose headings are understood. */
export interface Table {
  sheet: string;
  columns: TableColumn[];
  /** Columns that are not ours, by their heading; only where `keepOthers` asked for them. */
  others: { index: number; header: string }[];
  rows: TableRow[];
}

/**
 * Reads a sheet's headings, which stand in its first filled row. A column that is not known is named in an issue where it is used
 * first, unless `keepOthers` lets it pass, as the choices sheet does for the columns that a choice_filter reads.
 */
export function readTable(
  sheet: Sheet,
  name: string,
  fields: readonly Field[],
  reader: Reader,
  keepOthers = false,
): Table {
  const [heading, ...rows] = sheet.rows;
  const table: Table = { sheet: name, columns: [], others: [], rows };
  const known = new Map(fields.map((field) => [field.column, field]));
  const headings = [...(heading?.cells ?? [])].map(([index, value]) => ({ index, text: headingText(value) }));
  const names = new Set(known.keys());
  const read = headings
    .sort((a, b) => a.index - b.index)
    .map(({ index, text }) => ({ index, text, ...readHeader(text, names) }));
  const present = new Set(read.map(({ column }) => column));
  for (const { index, text, column, language } of read) {
    const field = known.get(column) ?? known.get(aliasOf(column, keepOthers ? present : none) ?? '');
    const place = { sheet: name, row: heading!.number, column: index };
    if (!field) {
      const severity = unsupportedColumn(name, column);
      const usable = severity === undefined && language === undefined && !unusableKeys.has(text);
      if (keepOthers && usable) table.others.push({ index, header: text });
      else reportColumn(table, { index, text, column, severity }, known, reader);
      continue;
    }
    const code = field.kind === 'labels' ? languageCode(language ?? '') : undefined;
    if (code === null || (language !== undefined && field.kind !== 'labels')) {
      reader.error(
        'unknown_language',
        place,
        `tiêu đề cột ${quote(text)} không nêu rõ ngôn ngữ; viết theo mẫu “${column}::Tiếng Việt (vi)”.`,
        `the heading ${quote(text)} does not name a language; write it like “${column}::English (en)”.`,
      );
      continue;
    }
    const added: TableColumn = { index, header: text, field };
    if (code !== undefined) {
      added.language = code === '' ? reader.plainLanguage : code;
      if (code === '') reader.usesPlainLanguage = true;
      else reader.languages.add(code);
    }
    const twin = table.columns.find((one) => one.field === field && one.language === added.language);
    if (twin) {
      reader.error(
        'duplicate_column',
        place,
        `cột ${quote(text)} trùng nghĩa với cột ${quote(twin.header)}; chỉ giữ một cột.`,
        `the column ${quote(text)} means the same as ${quote(twin.header)}; keep one of them.`,
      );
    } else table.columns.push(added);
  }
  return table;
}

const none: ReadonlySet<string> = new Set();

/** Keys that an object of JavaScript does not hold as its own; the schema leaves them out without a word. */
const unusableKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** A row's text in a column that has no languages, without the spaces around it; `''` when there is none. */
export function cellText(table: Table, row: TableRow, column: string): string {
  const index = table.columns.find(({ field }) => field.column === column)?.index;
  const cell = index === undefined ? undefined : row.cells.get(index);
  return cell === undefined || typeof cell === 'object' ? '' : textOf(cell).trim();
}

/** The cell of a row in a column that has no languages; the row, when the sheet has no such column. */
export function placeIn(table: Table, row: TableRow, column: string): Place {
  const index = table.columns.find(({ field }) => field.column === column)?.index;
  return { sheet: table.sheet, row: row.number, ...(index !== undefined && { column: index }) };
}

function reportColumn(
  table: Table,
  { index, text, column, severity }: { index: number; text: string; column: string; severity?: 'error' | 'warning' },
  known: ReadonlyMap<string, Field>,
  reader: Reader,
) {
  const uses = table.rows.filter(({ cells }) => cells.has(index));
  if (uses.length === 0) return;
  const place = { sheet: table.sheet, row: uses[0]!.number, column: index };
  const more = uses.length - 1;
  const [andVi, andEn] = more === 0 ? ['', ''] : [` (và ${more} dòng khác)`, ` (and in ${more} more rows)`];
  if (severity !== undefined) {
    reader[severity](
      'unsupported_column',
      place,
      `cột ${quote(text)} không được hỗ trợ${andVi}${severity === 'error' ? '.' : '; nội dung cột này không được dùng.'}`,
      `the column ${quote(text)} is not supported${andEn}${severity === 'error' ? '.' : '; what it says is not used.'}`,
    );
    return;
  }
  const meant = suggest(column, known.keys());
  reader.warning(
    'unknown_column',
    place,
    `không có cột nào tên ${quote(text)}${andVi}; nội dung cột này không được dùng.${meant === null ? '' : ` Có phải ý bạn là “${meant}”?`}`,
    `there is no column named ${quote(text)}${andEn}; what it says is not used.${meant === null ? '' : ` Did you mean “${meant}”?`}`,
  );
}

function headingText(value: CellValue): string {
  return typeof value === 'object' ? (value.error ?? '') : String(value).trim();
}
