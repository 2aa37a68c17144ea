import type { Value } from '../../../forms/index.ts';
import { identifiesNobody } from '../../http/free-text.ts';
import type { Fault } from '../faults.ts';
import type { UnitHistory } from '../history.ts';
import { fold } from '../search-key.ts';
import { CLEAR, cellText, code, day, email, id, line, type Reading, wholeNumber, yesNo } from './cells.ts';
import { type Columns, columnsOf } from './columns.ts';
import type { Table, TableRow } from './file/table.ts';
import { attributeFields, type UnitField, unitHeadings } from './unit-columns.ts';

/** What one row of a list says: undefined where it says nothing, null where something is to be taken away. */
export interface ImportRow {
  number: number;
  id?: string;
  level?: UnitHistory['level'];
  kind?: string;
  name?: string;
  code?: string | null;
  /** The commune by id, code or name. */
  parent?: string;
  contactEmail?: string | null;
  from?: string;
  legalAct?: string;
  attributes: Map<string, Value>;
  faults: Fault[];
}

/** The rows of a list of units, or what is wrong with its headings. */
export function readRows(table: Table): ImportRow[] | Fault[] {
  const columns = columnsOf(table, unitHeadings);
  if (Array.isArray(columns)) return columns;
  const missing = missingColumns(columns.fields);
  if (missing) return [{ path: '', code: 'missing_columns', values: { columns: missing } }];
  return table.rows.map((row) => readRow(row, columns, table));
}

/** A unit can be told by its id, by its code, or by its name with its level. */
function missingColumns(fields: Columns<UnitField>['fields']): string | null {
  if (fields.has('id') || fields.has('code')) return null;
  if (!fields.has('name')) return 'Tên';
  return fields.has('level') || fields.has('kind') ? null : 'Cấp';
}

function readRow({ number, cells }: TableRow, { fields, others }: Columns<UnitField>, { headings, from1904 }: Table) {
  const row: ImportRow = { number, attributes: new Map(), faults: [] };
  const textAt = (at: number | undefined, path: string): string | undefined => {
    const cell = at === undefined ? undefined : cells.get(at);
    if (cell === undefined) return undefined;
    const text = cellText(cell);
    if (text === null) row.faults.push({ path, code: 'cell_error' });
    return text ?? undefined;
  };
  const read = <T>(field: UnitField, reading: (text: string) => Reading<T>): T | undefined => {
    const text = textAt(fields.get(field), field);
    if (text === undefined) return undefined;
    const found = reading(text);
    if ('value' in found) return found.value;
    row.faults.push({ path: field, code: found.fault, ...(found.values ? { values: found.values } : {}) });
    return undefined;
  };
  const clears = (at: number | undefined) => at !== undefined && cells.get(at) === CLEAR;
  const readOrClear = <T>(field: UnitField, reading: (text: string) => Reading<T>): T | null | undefined =>
    clears(fields.get(field)) ? null : read(field, reading);

  const found = {
    id: read('id', id),
    level: read('level', level),
    kind: read('kind', line(60)),
    name: read('name', line(200)),
    code: readOrClear('code', code),
    parent: read('parentCode', line(200)) ?? read('parent', line(200)),
    contactEmail: readOrClear('contactEmail', email),
    from: read('from', (text) => day(text, typeof cells.get(fields.get('from')!) === 'number', from1904)),
    legalAct: read('legalAct', line(300)),
  };
  Object.assign(row, Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)));

  for (const [field, name] of Object.entries(attributeFields) as [keyof typeof attributeFields, string][]) {
    const value = readOrClear<Value>(field, field === 'onKeyRoute' ? yesNo : wholeNumber);
    if (value !== undefined) row.attributes.set(name, value);
  }
  for (const [name, at] of others) {
    const text = textAt(at, name);
    if (text === undefined) continue;
    if (!identifiesNobody(text)) row.faults.push({ path: name, code: 'personal_data' });
    row.attributes.set(name, clears(at) ? null : typedValue(text));
  }
  if ([...cells.keys()].some((at) => at >= headings.length)) row.faults.push({ path: '', code: 'cells_beyond' });
  return row;
}

function level(text: string): Reading<UnitHistory['level']> {
  const word = fold(text).replace(/^cap /, '');
  if (['xa', 'commune'].includes(word)) return { value: 'commune' };
  return ['thon', 'village'].includes(word) ? { value: 'village' } : { fault: 'level_unknown' };
}

/** A free attribute as a form reads it: what is a number or true or false to the letter, is. */
function typedValue(text: string): Value {
  if (text === 'true' || text === 'false') return text === 'true';
  return String(Number(text)) === text && Number.isFinite(Number(text)) ? Number(text) : text;
}
