import { type Field, keysOf } from '../format/field.ts';
import { languageHeading } from '../format/languages.ts';
import type { SheetToWrite } from '../workbook/write-workbook.ts';

interface WrittenColumn {
  header: string;
  width: number;
  field: Field;
  language?: string;
}

/** A row to write: the value of each field, under the keys where the definition has it. */
export type Row = Record<string, unknown>;

/**
 * Rows laid out under one column a field, and one a language for texts. Columns that no row uses are left out, unless the field is
 * always written.
 */
export function sheetOf(
  name: string,
  fields: readonly Field[],
  rows: readonly Row[],
  languages: readonly string[],
): SheetToWrite {
  const columns = fields.flatMap((field): WrittenColumn[] => {
    const used = rows.map((row) => fieldValue(row, field)).filter((value) => value !== undefined);
    const width = field.width ?? 20;
    if (field.kind !== 'labels') {
      return used.length > 0 || field.always ? [{ header: field.column, width, field }] : [];
    }
    const present = new Set(used.flatMap((value) => Object.keys(value as Row)));
    const wanted = [...new Set([...(field.always || used.length > 0 ? languages : []), ...[...present].sort()])];
    return wanted.map((language) => ({
      header: `${field.column}::${languageHeading(language)}`,
      width,
      field,
      language,
    }));
  });
  return {
    name,
    columns: columns.map(({ header, width }) => ({ header, width })),
    rows: rows.map((row) =>
      columns.map(({ field, language }) => {
        const value = fieldValue(row, field);
        return cellOf(language === undefined ? value : (value as Row | undefined)?.[language], field);
      }),
    ),
  };
}

function fieldValue(row: Row, field: Field): unknown {
  return keysOf(field).reduce<unknown>((value, key) => (value as Row | undefined)?.[key], row);
}

function cellOf(value: unknown, field: Field): string | number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return value;
  if (Array.isArray(value)) return namesCell(value);
  if (field.kind === 'parameters') return Object.entries(value).map(parameter).join(' ');
  return String(value);
}

/** One a line where a name has the semicolon that would otherwise part them. */
function namesCell(names: unknown[]): string {
  return names.some((name) => String(name).includes(';')) ? names.join('\n') : names.join('; ');
}

function parameter([key, value]: [string, unknown]): string {
  const text = String(value);
  return `${key}=${/^[^\s;,"]*$/.test(text) ? text : `"${text.replaceAll('"', '""')}"`}`;
}
