import { expect, test } from 'vitest';
import { formatNumber } from './format-number.ts';

test.each([
  [0, '0', '0'],
  [999, '999', '999'],
  [1200, '1.200', '1,200'],
  [1234567, '1.234.567', '1,234,567'],
  [1234.5, '1.234,5', '1,234.5'],
  [-1234, '-1.234', '-1,234'],
  [0.25, '0,25', '0.25'],
])('%d is written the Vietnamese and the English way', (value, vi, en) => {
  expect(formatNumber(value, 'vi')).toBe(vi);
  expect(formatNumber(value, 'en')).toBe(en);
});

test('a minority language writes numbers as Vietnamese does', () => {
  expect(formatNumber(1234.5, 'hmn')).toBe('1.234,5');
});
