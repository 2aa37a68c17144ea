import type { Fault, FaultCode } from '../faults.ts';
import { CLEAR, cellText, code, day, id, line, type Reading } from '../import/cells.ts';
import { columnsOf, type Headings } from '../import/columns.ts';
import type { Table, TableRow } from '../import/file/table.ts';
import { fold } from '../search-key.ts';
import type { ReorganisationCommand } from './wire.ts';

/** The columns of a plan of reorganisation: a row says into what one old unit goes over, or that it ends. */
export const reorganisationHeadings = {
  oldId: ['Id cũ', 'old id', 'oldId'],
  oldCode: ['Mã cũ', 'old code', 'oldCode'],
  oldName: ['Tên cũ', 'Đơn vị cũ', 'old name', 'oldName'],
  newName: ['Tên mới', 'Đơn vị mới', 'new name', 'newName'],
  newCode: ['Mã mới', 'new code', 'newCode'],
  kind: ['Loại', 'Loại mới', 'kind', 'kind label', 'kindLabel'],
  extent: ['Phạm vi', 'extent'],
  villages: ['Thôn chuyển sang', 'villages'],
  change: ['Hình thức', 'change'],
  legalAct: ['Văn bản', 'Căn cứ', 'legal act', 'legalAct'],
  date: ['Ngày hiệu lực', 'Từ ngày', 'date'],
} satisfies Headings<string>;

type Field = keyof typeof reorganisationHeadings;
type Extent = 'whole' | 'part';
type LineageKind = NonNullable<ReorganisationCommand['units'][number]['kind']>;

export interface ReorganisationRow {
  number: number;
  oldId: string | undefined;
  oldCode: string | undefined;
  oldName: string | undefined;
  /** Undefined for a unit that ends without a successor. */
  newName: string | undefined;
  newCode: string | undefined;
  kind: string | undefined;
  extent: Extent | undefined;
  /** Names or codes of the villages that go over. */
  villages: string[] | undefined;
  change: LineageKind | undefined;
  legalAct: string | undefined;
  date: string | undefined;
  faults: Fault[];
}

const extents: Record<string, Extent> = { 'toan bo': 'whole', whole: 'whole', 'mot phan': 'part', part: 'part' };
const changes: Record<string, LineageKind> = {
  ...{ 'sap nhap': 'merge', 'hop nhat': 'merge', nhap: 'merge', merge: 'merge' },
  ...{ 'chia tach': 'split', chia: 'split', tach: 'split', split: 'split' },
  ...{ 'doi ten': 'rename', rename: 'rename', 'dieu chuyen': 'transfer', transfer: 'transfer' },
};

const oneOf =
  <T>(words: Record<string, T>, fault: FaultCode) =>
  (text: string): Reading<T> => {
    const value = words[fold(text)];
    return value === undefined ? { fault } : { value };
  };

/** The rows of a plan of reorganisation, or what is wrong with its headings. */
export function readReorganisation(table: Table): ReorganisationRow[] | Fault[] {
  const columns = columnsOf(table, reorganisationHeadings);
  if (Array.isArray(columns)) return columns;
  const { fields } = columns;
  const missing = (['newName', 'date', 'legalAct'] as const).filter((field) => !fields.has(field));
  const names = missing.map((field) => reorganisationHeadings[field][0]!);
  if (!fields.has('oldId') && !fields.has('oldCode') && !fields.has('oldName')) names.unshift('Mã cũ');
  if (names.length > 0) return [{ path: '', code: 'missing_columns', values: { columns: names.join(', ') } }];
  return table.rows.map((row) => readRow(row, fields, table.from1904));
}

function readRow(
  { number, cells }: TableRow,
  fields: ReadonlyMap<Field, number>,
  from1904: boolean,
): ReorganisationRow {
  const faults: Fault[] = [];
  const read = <T>(field: Field, reading: (text: string) => Reading<T>): T | undefined => {
    const cell = cells.get(fields.get(field) ?? -1);
    const text = cell === undefined ? undefined : cellText(cell);
    if (text === undefined || text === CLEAR) return undefined;
    const found: Reading<T> = text === null ? { fault: 'cell_error' } : reading(text);
    if ('value' in found) return found.value;
    faults.push({ path: field, code: found.fault, ...(found.values ? { values: found.values } : {}) });
    return undefined;
  };
  const row = {
    number,
    oldId: read('oldId', id),
    oldCode: read('oldCode', code),
    oldName: read('oldName', line(200)),
    newName: read('newName', line(200)),
    newCode: read('newCode', code),
    kind: read('kind', line(60)),
    extent: read('extent', oneOf(extents, 'extent_invalid')),
    villages: read('villages', line(10_000))
      ?.split(';')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    change: read('change', oneOf(changes, 'lineage_kind_invalid')),
    legalAct: read('legalAct', line(300)),
    date: read('date', (text) => day(text, typeof cells.get(fields.get('date')!) === 'number', from1904)),
    faults,
  };
  if (!row.oldId && !row.oldCode && !row.oldName && faults.length === 0)
    faults.push({ path: 'oldCode', code: 'predecessor_unnamed' });
  return row;
}
