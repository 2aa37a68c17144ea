import { describe, expect, test } from 'vitest';
import { newUnit, type UnitHistory } from '../history.ts';
import { defaultKinds } from '../kinds/kinds.ts';
import { csvTable } from './file/csv-table.ts';
import type { Table } from './file/table.ts';
import { type Plan, type PlanOptions, planImport } from './plan.ts';
import { type ImportRow, readRows } from './read-rows.ts';

const NOW = '2026-11-22T00:00:00.000Z';

function unit(
  level: UnitHistory['level'],
  name: string,
  rest: { code?: string; parent?: UnitHistory; from?: string } = {},
) {
  const { code = null, parent, from = '2020-01-01' } = rest;
  const facts = {
    kindLabel: level === 'commune' ? 'xã' : 'bản',
    name,
    code,
    parentId: parent?.id ?? null,
    attributes: { population: 1234, note: 'vùng  cao', flag: true, zeros: '007' },
    contactEmail: 'ubnd@example.vn',
  };
  return newUnit(level, facts, from, { legalAct: null, now: NOW });
}

const bo = unit('commune', 'Bản Bo', { code: '03406' });
const phong = unit('commune', 'Tân Phong', { code: '03424', from: '2022-01-01' });
const khuy = unit('village', 'Nà Khuy', { parent: bo });
const can = unit('village', 'Nà Can', { parent: bo, code: '77' });
const UNITS = [bo, phong, khuy, can];

function plan(csv: string, options: Partial<PlanOptions> = {}, units = UNITS): Plan {
  const rows = readRows(csvTable(csv) as Table) as ImportRow[];
  const usual: PlanOptions = { asOf: '2026-01-01', missing: 'keep', now: NOW, province: ['12', 'Lai Châu'] };
  return planImport(rows, { units, kinds: defaultKinds }, { ...usual, ...options });
}

const actions = ({ rows }: Plan) => rows.map(({ action }) => action);
const faults = ({ rows }: Plan) => rows.map((row) => row.faults.map(({ code }) => code));

describe('a row is about', () => {
  test.each([
    ['the unit of its id', `id;Tên\n${khuy.id};Khác\n`, khuy],
    ['the unit of its code', 'Mã;Tên\n03406;Khác\n', bo],
    ['the unit whose code lost its zero in a spreadsheet', 'Mã;Tên\n3406;Khác\n', bo],
    ['the village of that name in that commune', 'Cấp;Tên;Thuộc xã;Dân số\nthôn;nà khuy;Bản Bo;1\n', khuy],
    ['the village of a commune called by its kind', 'Cấp;Tên;Thuộc xã;Dân số\nthôn;Nà Khuy;Xã Bản Bo;1\n', khuy],
    ['the village of a commune by its code', 'Loại;Tên;Mã cấp trên;Dân số\nbản;Nà Khuy;3406;1\n', khuy],
    ['a unit that gets its first code', 'Cấp;Tên;Thuộc xã;Mã\nthôn;Nà Khuy;Bản Bo;78\n', khuy],
  ])('%s', (_, csv, about) => {
    expect(plan(csv).rows).toMatchObject([{ action: 'change', unitId: about.id }]);
  });

  test.each([
    ['of another name', 'Cấp;Loại;Tên;Thuộc xã\nthôn;bản;Na Khuy;Bản Bo\n'],
    ['of the same name elsewhere', 'Cấp;Loại;Tên;Thuộc xã\nthôn;bản;Nà Khuy;Tân Phong\n'],
    ['under the province itself', 'Cấp;Loại;Tên;Mã;Mã cấp trên\nxã;xã;Khun Há;03430;12\n'],
  ])('a new unit when it is %s', (_, csv) => {
    expect(actions(plan(csv))).toEqual(['create']);
  });
});

describe('a cell', () => {
  test.each([
    ['blank leaves what is there', 'Mã;Thư điện tử;Dân số;note\n03406;;;\n'],
    ['that says the same leaves it', 'Mã;Dân số;note;flag;zeros\n03406;1.234;vùng cao;true;007\n'],
    ['yes is true', 'Mã;flag\n03406;yes\n'],
  ])('%s', (_, csv) => {
    expect(actions(plan(csv))).toEqual(['unchanged']);
  });

  test('with a dash takes away what is there', () => {
    const { rows, change } = plan('Mã;Thư điện tử;note\n03406;-;-\n');
    expect(rows[0]!.changes).toEqual([
      { field: 'contactEmail', from: 'ubnd@example.vn', to: null },
      { field: 'attributes.note', from: 'vùng  cao', to: null },
    ]);
    expect(change.changed[0]!.after.versions.at(-1)!.attributes).not.toHaveProperty('note');
  });
});

describe('refused is', () => {
  test.each<[string, string, string[][]]>([
    ['a kind that there is not', 'Cấp;Loại;Tên;Thuộc xã\nthôn;ban;A;Bản Bo\n', [['kind_unknown']]],
    ["a commune's kind for a village", 'Cấp;Loại;Tên;Thuộc xã\nthôn;xã;A;Bản Bo\n', [['kind_unknown']]],
    ['no kind for what is new', 'Cấp;Tên;Thuộc xã\nthôn;A;Bản Bo\n', [['kind_missing']]],
    ['no name for what is new', 'Cấp;Tên;Loại;Thuộc xã\nthôn;;bản;Bản Bo\n', [['name_missing']]],
    ['no level that could be told', 'Tên;Cấp\nA;\n', [['level_missing']]],
    ['a level that there is not', 'Tên;Cấp\nA;huyện\n', [['level_unknown']]],
    ['the other level', `id;Cấp\n${khuy.id};xã\n`, [['level_differs']]],
    ['an unknown id', 'id;Tên\n00000000-0000-4000-8000-000000000000;A\n', [['unit_unknown']]],
    ['something that is no id', 'id;Tên\n1;A\n', [['id_invalid']]],
    ['a village without a commune', 'Cấp;Loại;Tên\nthôn;bản;A\n', [['parent_missing']]],
    ['a commune that there is not', 'Cấp;Loại;Tên;Thuộc xã\nthôn;bản;A;Nơi Nào\n', [['parent_unknown']]],
    [
      'a village under a village',
      'Cấp;Loại;Tên;Thuộc xã\nthôn;bản;A;B\nthôn;bản;B;Bản Bo\n',
      [['parent_wrong_level'], []],
    ],
    [
      'units that belong to each other',
      'Cấp;Loại;Tên;Mã;Thuộc xã\nthôn;bản;A;1;2\nthôn;bản;B;2;1\nxã;xã;C;00003;C\n',
      [['parent_cycle'], ['parent_cycle'], ['parent_cycle']],
    ],
    ['a commune under a commune', 'Cấp;Loại;Tên;Thuộc xã\nxã;xã;A;Bản Bo\n', [['parent_not_allowed']]],
    [
      'a village of a refused commune',
      'Cấp;Loại;Tên;Thuộc xã\nxã;?;A;\nthôn;bản;B;A\n',
      [['kind_unknown'], ['parent_refused']],
    ],
    [
      'a village before its commune',
      'Cấp;Loại;Tên;Thuộc xã;Từ ngày\nthôn;bản;A;Tân Phong;2021-12-31\n',
      [['parent_not_standing']],
    ],
    ['a code twice', 'Mã;Dân số\n03406;1\n3406;2\n', [['duplicate_code'], ['duplicate_code']]],
    ['a unit twice', `Mã;id;Dân số\n03406;;1\n;${bo.id};2\n`, [['duplicate_unit'], ['duplicate_unit']]],
    [
      'a new name twice',
      'Cấp;Loại;Tên;Thuộc xã\nthôn;bản;A;Bản Bo\nthôn;bản;a;03406\n',
      [['duplicate_name'], ['duplicate_name']],
    ],
    ['a new code under a name that has one', 'Cấp;Loại;Tên;Mã\nxã;xã;Bản Bo;03777\n', [['other_code']]],
    ['a day on which the unit does not stand', 'Mã;Tên;Từ ngày\n03406;A;31/12/2019\n', [['unit_not_standing']]],
    ['more cells than headings', 'Mã;Tên\n03406;A;B\n', [['cells_beyond']]],
    ['an address that is none', 'Mã;Thư điện tử\n03406;ở xã\n', [['email_invalid']]],
  ])('%s', (_, csv, codes) => {
    expect(faults(plan(csv))).toEqual(codes);
  });

  test('a code that two units bear', () => {
    const units = [bo, unit('commune', 'Cũng Mã Đó', { code: '03406' })];
    expect(faults(plan('Mã;Dân số\n03406;1\n', {}, units))).toEqual([['code_ambiguous']]);
  });

  test('a commune that two are called, unless by its id', () => {
    const twin = unit('commune', 'Bản Bo', { code: '03499' });
    const list = (parent: string) => `Cấp;Loại;Tên;Thuộc xã\nthôn;bản;A;${parent}\n`;
    expect(faults(plan(list('Bản Bo'), {}, [bo, twin]))).toEqual([['parent_ambiguous']]);
    expect(actions(plan(list(twin.id), {}, [bo, twin]))).toEqual(['create']);
  });

  test('what would overlap a later version', () => {
    const { change } = plan('Mã;Tên;Từ ngày\n03406;Bản Bo Mới;01/07/2025\n');
    const units = [change.changed[0]!.after];
    expect(faults(plan('Mã;Tên;Từ ngày\n03406;Khác;30/06/2025\n', {}, units))).toEqual([['overlapping_validity']]);
    expect(actions(plan('Mã;Tên;Từ ngày\n03406;Khác;01/07/2025\n', {}, units))).toEqual(['change']);
    expect(actions(plan('Mã;Tên;Từ ngày\n03406;Bản Bo;30/06/2025\n', {}, units))).toEqual(['unchanged']);
  });
});

describe('what a list does not name', () => {
  const COMMUNES = 'Cấp;Loại;Tên;Mã\nxã;xã;Bản Bo;03406\n';
  const VILLAGES = 'Cấp;Loại;Tên;Thuộc xã\nthôn;bản;Nà Khuy;Bản Bo\n';

  test('stays unless it is to be closed, and then only of the levels that the list has', () => {
    expect(actions(plan(COMMUNES))).toEqual(['unchanged']);
    expect(plan(COMMUNES, { missing: 'close' }).rows).toMatchObject([
      { action: 'unchanged' },
      { row: null, action: 'close', unitId: phong.id, from: '2026-01-01' },
    ]);
    expect(plan(VILLAGES, { missing: 'close' }).rows).toMatchObject([
      { action: 'unchanged' },
      { action: 'close', unitId: can.id },
    ]);
  });

  test('is not closed over villages that stand', () => {
    const csv = 'Cấp;Loại;Tên;Mã\nxã;xã;Tân Phong;03424\n';
    expect(plan(csv, { missing: 'close' }).rows[1]).toMatchObject({
      action: 'refuse',
      unitId: bo.id,
      faults: [{ code: 'villages_standing', values: { names: 'Nà Khuy, Nà Can' } }],
    });
  });

  test('is not closed on the day on which it begins', () => {
    const { rows } = plan(COMMUNES, { missing: 'close', asOf: '2022-01-01' });
    expect(rows[1]).toMatchObject({ unitId: phong.id, action: 'refuse', faults: [{ code: 'unit_not_standing' }] });
  });
});

test('a village goes over to a commune that is new in the same list', () => {
  const csv = `id;Cấp;Loại;Tên;Mã;Thuộc xã;Từ ngày\n${khuy.id};;;;;Khun Há;01/07/2025\n;xã;xã;Khun Há;03430;;01/07/2025\n`;
  const { rows, change } = plan(csv);
  expect(rows.map(({ action }) => action)).toEqual(['change', 'create']);
  expect(change.changed[0]!.after.versions).toMatchObject([
    { parentId: bo.id, validTo: '2025-07-01' },
    { parentId: change.created[0]!.id, validFrom: '2025-07-01', validTo: null },
  ]);
});
