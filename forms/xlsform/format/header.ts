/** A heading taken apart: `Label :: English (en)` is the column `label` in the language `English (en)`. */
export interface Header {
  column: string;
  /** As written; undefined when the heading names no language. */
  language?: string;
}

/** Other spellings of the same column, on any sheet; they are pyxform's. */
const aliases = new Map(
  Object.entries({
    relevance: 'relevant',
    read_only: 'readonly',
    calculate: 'calculation',
    constraining_message: 'constraint_message',
    requiredmsg: 'required_message',
    caption: 'label',
    command: 'type',
    tag: 'name',
    value: 'name',
    set_form_title: 'form_title',
    title: 'form_title',
    set_form_id: 'form_id',
    id_string: 'form_id',
  }),
);

/**
 * Reads a heading without regard to case, spaces or hyphens. `known` are the sheet's own columns: what follows a single colon
 * (XLSForm's old way) is a language only behind one of them.
 */
export function readHeader(text: string, known: ReadonlySet<string>): Header {
  const [before, ...after] = text.split('::');
  if (after.length > 0) return { column: columnName(before!), language: after.join('::').trim() };
  const colon = text.indexOf(':');
  const beforeColon = columnName(text.slice(0, Math.max(colon, 0)));
  if (colon > 0 && known.has(beforeColon)) return { column: beforeColon, language: text.slice(colon + 1).trim() };
  return { column: columnName(text) };
}

/** The column that another spelling stands for, unless it is one of those that are `present` themselves. */
export function aliasOf(column: string, present: ReadonlySet<string>): string | undefined {
  const meant = aliases.get(column);
  return meant === undefined || present.has(meant) ? undefined : meant;
}

function columnName(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}
