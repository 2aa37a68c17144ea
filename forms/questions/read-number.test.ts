import { expect, test } from 'vitest';
import { formatNumber } from '../format-number.ts';
import { readNumber } from './read-number.ts';

test.each([
  ['0', 0],
  ['007', 7],
  ['1234', 1234],
  ['1.234', 1234],
  ['1.234.567', 1234567],
  ['1.234,5', 1234.5],
  ['1 234', 1234],
  ['1 234,5', 1234.5],
  ['1 234.5', 1234.5],
  ['1\u00a0234', 1234],
  ['1\u202f234', 1234],
  ['\u30001\u3000234 ', 1234],
  ['１２．５', 12.5],
  ['１.２３４', 1234],
  ['0.5', 0.5],
  ['0.500', 0.5],
  ['1.5', 1.5],
  ['12.5', 12.5],
  ['1234.5', 1234.5],
  ['12,5', 12.5],
  ['1,234', 1.234],
  ['1,234.5', 1234.5],
  ['1,234,567', 1234567],
  ['-5', -5],
  ['−1.234', -1234],
  ['-0', 0],
])('%j is read as %d', (raw, value) => {
  expect(readNumber(raw)).toBe(value);
});

test.each([
  '',
  '-',
  'không',
  '12 người',
  '1.23.456',
  '1 23',
  '12.34,5.6',
  '1e3',
  '0x10',
  ',5',
  '5.',
  '1,2,3',
  '3/4',
  '1--2',
])('%j is not a number', (raw) => {
  expect(readNumber(raw)).toBeNull();
});

test('a number with more digits than can be kept is refused, not rounded', () => {
  expect(readNumber('123456789012345')).toBe(123456789012345);
  expect(readNumber('1234567890123456')).toBeNull();
});

test.each([0, 7, 999, 1000, 1234567, 12.5, 0.25, 1234.125, -30])(
  '%d comes back the same after it is shown the Vietnamese way',
  (value) => {
    expect(readNumber(formatNumber(value, 'vi'))).toBe(value);
  },
);
