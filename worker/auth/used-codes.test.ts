import { expect, test } from 'vitest';
import { stepOf } from './used-codes.ts';

// RFC 6238, appendix B, SHA-1: the last six of its eight digits.
const SECRET = '12345678901234567890';

test.each([
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('at %i seconds, %s is the code of its own time step', (seconds, code) => {
  const step = Math.floor(seconds / 30);
  expect(stepOf(SECRET, code, seconds * 1000)).toBe(step);
  expect(stepOf(SECRET, code, (seconds + 30) * 1000)).toBe(step);
  expect(stepOf(SECRET, code, (seconds - 30) * 1000)).toBe(step);
  expect(stepOf(SECRET, code, (seconds + 60) * 1000)).toBe(null);
  expect(stepOf(SECRET, code, (seconds - 60) * 1000)).toBe(null);
});

test.each(['', '05047', '0504710', '05047１'])('%j is the code of no step', (code) => {
  expect(stepOf(SECRET, code, 1111111111_000)).toBe(null);
});
