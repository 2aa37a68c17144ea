import { expect, test } from 'vitest';
import { isoDate } from './iso-date.ts';

test.each<[number, boolean, string | null]>([
  [61, false, '1900-03-01'],
  [46022, false, '2025-12-31'],
  [46022.999, false, '2025-12-31'],
  [44560, true, '2025-12-31'],
  [2_958_465, false, '9999-12-31'],
  [2_958_466, false, null],
  [60, false, null],
  [-1, false, null],
  [1e300, false, null],
])('day %d (from 1904: %s) is %s', (serial, from1904, date) => {
  expect(isoDate(serial, from1904)).toBe(date);
});
