import { expect, test } from 'vitest';
import { csvTable } from './csv-table.ts';

const rowsOf = (text: string) => {
  const table = csvTable(text);
  if (typeof table === 'string' || 'code' in table) return table;
  return [table.headings, ...table.rows.map(({ number, cells }) => [number, ...cells.values()])];
};

test.each([
  ['commas', 'a,b\n1,2\n'],
  ['semicolons', 'a;b\r\n1;2\r\n'],
  ['tabs', 'a\tb\n1\t2'],
])('cells are separated by %s', (_, text) => {
  expect(rowsOf(text)).toEqual([
    ['a', 'b'],
    [2, '1', '2'],
  ]);
});

test('the separator is that of the headings, whatever stands in the cells or in quotation marks', () => {
  expect(rowsOf('"a,b,c";d\n"1,5";"x; y"')).toEqual([
    ['a,b,c', 'd'],
    [2, '1,5', 'x; y'],
  ]);
});

test('rows keep the numbers that a spreadsheet shows, blank ones and cells of several lines counted', () => {
  expect(rowsOf('\n;\na;b\n"x\ny";1\n\n;;\nz;2\n')).toEqual([
    ['a', 'b'],
    [4, 'x\ny', '1'],
    [7, 'z', '2'],
  ]);
});

test('a quotation mark that nobody closed is named by its row', () => {
  expect(rowsOf('a;b\n1;2\n3;"4\n5;6\n')).toMatchObject({ code: 'csv_invalid', values: { row: '3' } });
});

test('a file without anything has no headings', () => {
  expect(rowsOf('')).toEqual([[]]);
});

test('20,000 rows are read, and more are not', () => {
  const rows = (count: number) => `a,b\n${'1,2\n'.repeat(count)}`;
  expect(rowsOf(rows(20_000))).toHaveLength(20_001);
  expect(rowsOf(rows(20_001))).toBe('too many rows');
  expect(rowsOf(rows(100_000))).toBe('too many rows');
});
