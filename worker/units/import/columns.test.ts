import { expect, test } from 'vitest';
import { attributeHeading, columnsOf, fieldNamed } from './columns.ts';
import { csvTable } from './file/csv-table.ts';
import type { Table } from './file/table.ts';
import { unitHeadings } from './unit-columns.ts';

test.each([
  ['Tên', 'name'],
  ['TÊN ĐƠN VỊ', 'name'],
  ['ten_don_vi', 'name'],
  ['Mã cấp trên', 'parentCode'],
  ['Thuộc  xã', 'parent'],
  ['on_key_route', 'onKeyRoute'],
  ['Kind label', 'kind'],
  ['kindLabel', 'kind'],
  ['ghi chú', undefined],
])('%s is the column of %s', (heading, field) => {
  expect(fieldNamed(unitHeadings, heading)).toBe(field);
});

test.each(['ghi chú', 'name', 'Tên', 'attribute:x', 'population'])(
  'the attribute %s is written so that it is read as that attribute again',
  (name) => {
    const table = csvTable(`"${attributeHeading(unitHeadings, name)}"\n1\n`) as Table;
    expect(columnsOf(table, unitHeadings)).toEqual({ fields: new Map(), others: new Map([[name, 0]]) });
  },
);

test.each<[string, string, string[]]>([
  ['a field twice', 'Tên;name\na;b\n', ['duplicate_columns']],
  ['an attribute twice', 'x;x\na;b\n', ['duplicate_columns']],
  ['cells without a heading', 'x;;y\na;b;c\n', ['unnamed_column']],
])('%s is a fault', (_, csv, codes) => {
  const columns = columnsOf(csvTable(csv) as Table, unitHeadings);
  expect(Array.isArray(columns) ? columns.map(({ code }) => code) : columns).toEqual(codes);
});

test('a blank heading over a blank column is none', () => {
  expect(columnsOf(csvTable('x;;\na;;\n') as Table, unitHeadings)).toMatchObject({ others: new Map([['x', 0]]) });
});
