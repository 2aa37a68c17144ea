import { describe, expect, test } from 'vitest';
import { cellText, code, day, email, id, line, wholeNumber, yesNo } from './cells.ts';

const given = (reading: object) => ('value' in reading ? reading.value : 'refused');

describe('a cell', () => {
  test.each([
    ['a  b\n c', 'a b c'],
    ['Phượng'.normalize('NFD'), 'Phượng'],
    [5563, '5563'],
    [true, 'true'],
    ["'=1+1", '=1+1'],
    ["'-", '-'],
    ["'quoted", "'quoted"],
    [{ error: '#REF!' }, null],
  ])('%j is the text %j', (cell, text) => {
    expect(cellText(cell)).toBe(text);
  });
});

describe('a whole number', () => {
  test.each([
    ['0', 0],
    ['1234', 1234],
    ['1.234', 1234],
    ['1,234,567', 1234567],
    ['1 234', 1234],
    ['1.23', 'refused'],
    ['12.5', 'refused'],
    ['-3', 'refused'],
    ['1e3', 'refused'],
    ['khoảng 200', 'refused'],
  ])('%s is %s', (text, value) => {
    expect(given(wholeNumber(text))).toBe(value);
  });
});

describe('yes or no', () => {
  test.each([
    ['Có', 'yes'],
    ['x', 'yes'],
    ['TRUE', 'yes'],
    ['Không', 'no'],
    ['0', 'no'],
    ['?', 'refused'],
  ])('%s is %s', (text, value) => {
    expect(given(yesNo(text))).toBe(value);
  });
});

describe('a day', () => {
  test.each([
    ['2025-07-01', false, '2025-07-01'],
    ['2025-7-1', false, '2025-07-01'],
    ['1/7/2025', false, '2025-07-01'],
    ['01.07.2025', false, '2025-07-01'],
    ['29/02/2024', false, '2024-02-29'],
    ['29/02/2025', false, 'refused'],
    ['31/6/2025', false, 'refused'],
    ['7/13/2025', false, 'refused'],
    ['01/07/25', false, 'refused'],
    ['45839', true, '2025-07-01'],
    ['45839', false, 'refused'],
    ['12', true, 'refused'],
  ])('%s is %s (a number: %s)', (text, isNumber, value) => {
    expect(given(day(text, isNumber, false))).toBe(value);
  });

  test('may be counted from 1904', () => {
    expect(day('44377', true, true)).toEqual({ value: '2025-07-01' });
  });
});

test.each([
  [code('05563'), '05563'],
  [code('5 563'), 'refused'],
  [code('12345678901'), 'refused'],
  [id('019900AA-0000-7000-8000-000000000000'), '019900aa-0000-7000-8000-000000000000'],
  [id('1'), 'refused'],
  [email('ubnd@phuongtien.example.vn'), 'ubnd@phuongtien.example.vn'],
  [email('ubnd, vp@example.vn'), 'refused'],
  [line(5)('abcde'), 'abcde'],
  [line(5)('abcdef'), 'refused'],
  [line(5)('a\u0007'), 'refused'],
])('%j gives %s', (reading, value) => {
  expect(given(reading)).toBe(value);
});
