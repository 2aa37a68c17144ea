import { keysOf } from '../format/field.ts';
import type { Place } from './reader.ts';
import type { Table } from './table.ts';

/** Where a part of the definition was read from. */
export interface Source extends Place {
  /** The heading of the column. */
  header?: string;
}

interface RowSource {
  place: Place;
  table: Table | undefined;
  /** The key under which the columns have what the part holds by itself: `measure` for one of a criterion's several. */
  within: string;
}

/**
 * Which row every part of the definition was read from, by its path: `sections.0.questions.3`. The column follows from the rest of
 * the path and the sheet's headings, so that a blank cell has its place too.
 */
export class Sources {
  private readonly rows = new Map<string, RowSource>();

  /** Notes the row of a part; without the table, nothing in it is traced to a column. */
  add(path: string, place: Place, table?: Table): void {
    this.rows.set(path, { place, table, within: '' });
  }

  /** Notes another path for what was read under `from`, or for the part of it that stands `within` a key. */
  copy(from: string, to: string, within = ''): void {
    const row = this.rows.get(from);
    if (row) this.rows.set(to, { ...row, within });
  }

  /** The cell of a part of the definition, or its row; undefined for what stands in no row, such as the list of sections. */
  find(path: string): Source | undefined {
    for (let at = path; at !== ''; at = at.slice(0, Math.max(at.lastIndexOf('.'), 0))) {
      const row = this.rows.get(at);
      if (!row) continue;
      const key = [row.within, path.slice(at.length + 1)].filter((part) => part !== '').join('.');
      return row.table ? { ...row.place, ...columnOf(key, row.table) } : row.place;
    }
    return undefined;
  }
}

/** The column of a key inside a row's part: of the key itself, of what it is a part of, or the first of its own parts. */
function columnOf(key: string, { columns, others }: Table): { column: number; header: string } | undefined {
  const keyed = [
    ...columns.map(({ index, header, field, language }) => ({
      column: index,
      header,
      // The list of a select stands in its type.
      keys:
        field.column === 'type'
          ? ['type', 'choices']
          : [[...keysOf(field), ...(language === undefined ? [] : [language])].join('.')],
    })),
    ...others.map(({ index, header }) => ({ column: index, header, keys: [header] })),
  ];
  const found =
    keyed.find(({ keys }) => keys.includes(key)) ??
    keyed.find(({ keys }) => keys.some((one) => key.startsWith(`${one}.`))) ??
    keyed.find(({ keys }) => key !== '' && keys.some((one) => one.startsWith(`${key}.`)));
  return found && { column: found.column, header: found.header };
}
