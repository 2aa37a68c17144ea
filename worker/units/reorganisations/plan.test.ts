import { describe, expect, test } from 'vitest';
import { unitCalled } from '../history.fixture.ts';
import type { UnitHistory } from '../history.ts';
import { csvTable } from '../import/file/csv-table.ts';
import type { Table } from '../import/file/table.ts';
import { defaultKinds } from '../kinds/kinds.ts';
import { planReorganisation } from './plan.ts';
import { type ReorganisationRow, readReorganisation } from './read-reorganisation.ts';

const tien = unitCalled('Phượng Tiến', { code: '05566' });
const duong = unitCalled('Tân Dương', { code: '05563' });
const nhieu = unitCalled('Bộc Nhiêu', { code: '05569' });
const t1 = unitCalled('Xóm Héo', { parent: tien });
const n1 = unitCalled('Bục 1', { parent: nhieu });
const n2 = unitCalled('Bục 2', { parent: nhieu, code: '12' });
const units = [tien, duong, nhieu, t1, n1, n2];

const HEADINGS = 'Mã cũ;Đơn vị mới;Mã mới;Loại;Phạm vi;Thôn chuyển sang;Văn bản;Ngày hiệu lực';
const plan = (rows: string[], headings = HEADINGS) => {
  const read = readReorganisation(csvTable([headings, ...rows].join('\n')) as Table) as ReorganisationRow[];
  return planReorganisation(read, { units, kinds: defaultKinds }, '2026-11-22T00:00:00.000Z');
};
const ACT = 'NQ 1683;01/07/2025';
const faults = ({ rows }: ReturnType<typeof plan>) =>
  rows.map((row) => row.faults.map(({ path, code }) => `${path} ${code}`));

test('a plan says what ends, what begins and which villages move', () => {
  const { rows, change } = plan([
    `05566;Phượng Tiến;05563;xã;toàn bộ;;${ACT}`,
    '5563;Phượng Tiến;05563;;Toàn bộ;;;',
    `05569;Phượng Tiến;05563;Xã;một phần;bục 1;${ACT}`,
    `05569;Lam Vỹ;;xã;một phần;12;${ACT}`,
  ]);
  const named = (unit: UnitHistory) => ({ unitId: unit.id });
  expect(rows).toMatchObject([
    {
      row: 2,
      action: 'close',
      ...named(tien),
      from: '2025-07-01',
      changes: [{ field: 'successor', to: 'Phượng Tiến' }],
    },
    { row: 3, action: 'close', ...named(duong) },
    { row: 4, action: 'close', ...named(nhieu) },
    { row: 5, action: 'close', ...named(nhieu), changes: [{ to: 'Lam Vỹ' }] },
    { row: 2, action: 'create', name: 'Phượng Tiến' },
    { row: 5, action: 'create', name: 'Lam Vỹ' },
    { row: 2, action: 'change', ...named(t1), changes: [{ field: 'parentId', from: tien.id, to: 'Phượng Tiến' }] },
    { row: 4, action: 'change', ...named(n1) },
    { row: 5, action: 'change', ...named(n2) },
  ]);
  expect(change.edges?.map(({ kind, extent }) => `${kind} ${extent}`)).toEqual([
    ...['merge whole', 'merge whole', 'merge part', 'split part'],
  ]);
  expect(change.created.map(({ versions }) => versions[0]!.code)).toEqual(['05563', null]);
});

test('villages may be merged by their ids, under the commune that they belong to', () => {
  const headings = 'Id cũ;Đơn vị mới;Loại;Phạm vi;Hình thức;Văn bản;Ngày hiệu lực';
  const rows = [n1, n2].map(({ id }) => `${id};Bục;xóm;toàn bộ;sáp nhập;${ACT}`);
  const { change } = plan(rows, headings);
  expect(change.created).toMatchObject([{ level: 'village', versions: [{ parentId: nhieu.id, name: 'Bục' }] }]);
});

test('a unit without a successor just ends', () => {
  const rows = plan([`05563;;;;;;${ACT}`]).rows;
  expect(rows).toMatchObject([{ action: 'close', unitId: duong.id, changes: [] }]);
});

describe('refused is', () => {
  test.each<[string, string[], string[][]]>([
    ['an unknown code', [`00001;X;;xã;toàn bộ;;${ACT}`], [['oldCode code_unknown']]],
    ['no old unit', [`;X;;xã;toàn bộ;;${ACT}`], [['oldCode predecessor_unnamed']]],
    ['no extent', [`05563;X;;xã;;;${ACT}`], [['extent extent_invalid']]],
    ['no kind', [`05563;X;;;toàn bộ;;${ACT}`], [['kind kind_missing']]],
    ['an unknown kind', [`05563;X;;xa;toàn bộ;;${ACT}`], [['kind kind_unknown']]],
    ['no act', ['05563;X;;xã;toàn bộ;;;01/07/2025'], [['legalAct legal_act_missing']]],
    ['no day', ['05563;X;;xã;toàn bộ;;NQ;'], [['date day_missing']]],
    [
      'another day than the first',
      [`05563;X;;xã;toàn bộ;;${ACT}`, '05566;X;;xã;toàn bộ;;NQ 1683;02/07/2025'],
      [[], ['date rows_differ']],
    ],
    [
      'two kinds for one unit',
      [`05563;X;;xã;toàn bộ;;${ACT}`, `05566;X;;phường;toàn bộ;;${ACT}`],
      [[], ['kind rows_differ']],
    ],
    ['a village of another commune', [`05569;X;;xã;toàn bộ;Xóm Héo;${ACT}`], [['villages village_of_other']]],
    ['a part that leaves villages behind', [`05569;X;;xã;một phần;Bục 1;${ACT}`], [['oldCode villages_standing']]],
    ['a commune that ends over its villages', [`05569;;;;;;${ACT}`], [['oldCode villages_standing']]],
    [
      'a unit that goes over whole twice',
      [`05563;X;;xã;toàn bộ;;${ACT}`, `05563;Y;;xã;toàn bộ;;${ACT}`],
      [['oldCode predecessor_twice'], ['oldCode predecessor_twice']],
    ],
  ])('%s', (_, rows, expected) => {
    const decided = plan(rows);
    expect(faults(decided)).toEqual(expected);
    expect(decided.change).toEqual({ created: [], changed: [] });
  });
});

test('a plan needs the columns that say what becomes of what', () => {
  const table = csvTable('Mã cũ;Phạm vi\n1;toàn bộ\n') as Table;
  expect(readReorganisation(table)).toEqual([
    { path: '', code: 'missing_columns', values: { columns: 'Tên mới, Ngày hiệu lực, Văn bản' } },
  ]);
});
