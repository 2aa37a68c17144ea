import { expect, test } from 'vitest';
import { addDays, endOfDay, isDay, lastDayBefore, localDay, localTime, startOfDay, writtenDay } from './local-time.ts';

test.each([
  ['the last millisecond of a day', '2024-06-11T16:59:59.999Z', '2024-06-11'],
  ['the first instant of the next', '2024-06-11T17:00:00.000Z', '2024-06-12'],
  ['the last millisecond before 29 February', '2024-02-28T16:59:59.999Z', '2024-02-28'],
  ['the first instant of 29 February', '2024-02-28T17:00:00.000Z', '2024-02-29'],
  ['the first instant of March in a year without one', '2023-02-28T17:00:00.000Z', '2023-03-01'],
  ['the last millisecond of a year', '2024-12-31T16:59:59.999Z', '2024-12-31'],
  ['the first instant of a year', '2024-12-31T17:00:00.000Z', '2025-01-01'],
])('%s (%s) belongs to %s in Viet Nam', (_, instant, day) => {
  expect(localDay(instant)).toBe(day);
});

test.each([
  ['2024-06-12', '2024-06-11T17:00:00.000Z'],
  ['2024-02-29', '2024-02-28T17:00:00.000Z'],
  ['2024-03-01', '2024-02-29T17:00:00.000Z'],
  ['2025-01-01', '2024-12-31T17:00:00.000Z'],
])('%s begins in Viet Nam at %s, and the instant before is of the day before', (day, instant) => {
  expect(startOfDay(day)).toBe(instant);
  expect(endOfDay(addDays(day, -1))).toBe(instant);
  expect(localDay(instant)).toBe(day);
  expect(localDay(new Date(Date.parse(instant) - 1).toISOString())).toBe(addDays(day, -1));
});

test.each([
  ['2024-02-28', 1, '2024-02-29'],
  ['2023-02-28', 1, '2023-03-01'],
  ['2024-03-01', -1, '2024-02-29'],
  ['2024-12-31', 1, '2025-01-01'],
  ['2025-01-01', -1, '2024-12-31'],
  ['2024-06-12', 0, '2024-06-12'],
])('%s and %i days is %s', (day, days, other) => {
  expect(addDays(day, days)).toBe(other);
});

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2100-02-29', false],
  ['2024-04-31', false],
  ['2024-13-01', false],
  ['2024-00-10', false],
  ['2024-6-1', false],
  ['12/06/2024', false],
  ['2024-06-12T00:00', false],
])('whether %s is a day: %s', (text, is) => {
  expect(isDay(text)).toBe(is);
});

test('the clock of Viet Nam carries its offset, and papers write the day first', () => {
  expect(localTime('2024-06-11T17:00:00.000Z')).toBe('2024-06-12T00:00:00.000+07:00');
  expect(writtenDay('2024-06-12')).toBe('12/06/2024');
});

test.each([
  ['2026-12-11T17:00:00.000Z', '2026-12-11'],
  ['2026-12-11T16:59:59.999Z', '2026-12-11'],
  ['2026-12-11T17:00:00.001Z', '2026-12-12'],
])('what ends at %s holds until %s', (instant, day) => {
  expect(lastDayBefore(instant)).toBe(day);
});
