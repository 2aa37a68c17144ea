import type { Fault } from '../faults.ts';
import { fold } from '../search-key.ts';
import type { Table } from './file/table.ts';

/** The fields that a list may have, with the headings by which they are known; the first is the one that an export writes. */
export type Headings<Field extends string> = Record<Field, string[]>;

/** Which field or attribute each column of a table holds. */
export interface Columns<Field extends string> {
  fields: Map<Field, number>;
  /** Every other column, by its heading. */
  others: Map<string, number>;
}

/** A heading as it is compared: without accents, capitals and signs. */
const plain = (heading: string) =>
  fold(heading)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Written before the name of an attribute that would otherwise be taken for a field. */
const ATTRIBUTE = 'attribute:';

export function fieldNamed<Field extends string>(headings: Headings<Field>, heading: string): Field | undefined {
  const fields = Object.keys(headings) as Field[];
  return fields.find((field) => field === heading || headings[field].some((known) => plain(known) === plain(heading)));
}

/** The heading under which an attribute is written so that it is read again as that attribute. */
export const attributeHeading = (headings: Headings<string>, name: string): string =>
  fieldNamed(headings, name) === undefined && !name.startsWith(ATTRIBUTE) ? name : ATTRIBUTE + name;

/** What each column is, or what is wrong with the headings. */
export function columnsOf<Field extends string>(
  { headings, rows }: Table,
  known: Headings<Field>,
): Columns<Field> | Fault[] {
  const columns: Columns<Field> = { fields: new Map(), others: new Map() };
  const faults: Fault[] = [];
  for (const [at, text] of headings.entries()) {
    const heading = text.normalize('NFC');
    if (heading === '') continue;
    const field = heading.startsWith(ATTRIBUTE) ? undefined : fieldNamed(known, heading);
    const name = heading.startsWith(ATTRIBUTE) ? heading.slice(ATTRIBUTE.length) : heading;
    const isThere = field === undefined ? columns.others.has(name) : columns.fields.has(field);
    if (isThere) faults.push({ path: heading, code: 'duplicate_columns', values: { heading } });
    else if (field === undefined) columns.others.set(name, at);
    else columns.fields.set(field, at);
  }
  const unnamed = new Set(
    rows.flatMap(({ cells }) => [...cells.keys()]).filter((at) => at < headings.length && !headings[at]),
  );
  for (const at of unnamed) faults.push({ path: '', code: 'unnamed_column', values: { column: String(at + 1) } });
  return faults.length > 0 ? faults : columns;
}
