import { expect, test } from 'vitest';
import type { Value } from './format.ts';
import { rowLine, rowOf } from './rows.ts';

test.each<[string, Value]>([
  ['nothing', null],
  ['the largest integer', 9223372036854775807n],
  ['the smallest integer', -9223372036854775808n],
  ['an integer that a double would round', 9007199254740993n],
  ['a whole number that is a REAL', 2],
  ['a number with a fraction', 0.1],
  ['a huge number', 1e300],
  ['a tiny number', 5e-324],
  ['Vietnamese with signs of its own', 'Xã Bản Bo\u2028 "\\ 👩‍🌾\n'],
  ['letters put together from parts', 'Tiê\u0301ng'],
  ['text that looks like a number', '1e5'],
  ['bytes', Uint8Array.from([0, 255, 10]).buffer],
  ['no bytes', new ArrayBuffer(0)],
])('%s stays itself there and back', (_, value) => {
  const line = rowLine([value, 'behind']);
  expect(line).not.toContain('\n');
  expect(rowOf(line)).toEqual([value, 'behind']);
  expect(typeof rowOf(line)[0]).toBe(typeof value);
});

test('an infinite number is refused rather than lost', () => {
  expect(() => rowLine([Number.POSITIVE_INFINITY])).toThrow('Infinity');
});
