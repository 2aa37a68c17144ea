import * as v from 'valibot';
import { expect, test } from 'vitest';
import { Day, Instant, Limit } from './wire.ts';

const read = (schema: v.GenericSchema, text: string) => {
  const { success, output } = v.safeParse(schema, text);
  return success ? output : 'refused';
};

test.each([
  ['2024-06-12T00:00:00Z', '2024-06-12T00:00:00.000Z'],
  ['2024-06-12T00:00:00+07:00', '2024-06-11T17:00:00.000Z'],
  ['2024-06-12T00:00:00+0700', '2024-06-11T17:00:00.000Z'],
  ['2024-06-12T00:00:00+07', '2024-06-11T17:00:00.000Z'],
  ['2024-06-12T00:00:00.5-03', '2024-06-12T03:00:00.500Z'],
  ['2024-02-30T00:00:00Z', 'refused'],
  ['9999-12-31T23:59:59-07:00', 'refused'],
  ['2024-06-12T00:00:00', 'refused'],
  ['2024-06-12', 'refused'],
])('the instant %s is %s', (text, instant) => {
  expect(read(Instant, text)).toBe(instant);
});

test.each([
  ['2024-02-29', '2024-02-29'],
  ['2023-02-29', 'refused'],
  ['0024-02-29', 'refused'],
  ['29/02/2024', 'refused'],
])('the day %s is %s', (text, day) => {
  expect(read(Day, text)).toBe(day);
});

test.each([
  ['1', 1],
  ['500', 500],
  ['501', 'refused'],
  ['0', 'refused'],
  ['', 'refused'],
  ['1e2', 'refused'],
])('a limit of %j is %j where 500 are the most', (text, limit) => {
  expect(read(Limit(500), text)).toBe(limit);
});
