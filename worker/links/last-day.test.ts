import { expect, test } from 'vitest';
import { endOfDay, lastDayOf, lastFullDay } from './last-day.ts';

test.each([
  ['2026-12-11', '2026-12-11T17:00:00.000Z'],
  ['2026-12-31', '2026-12-31T17:00:00.000Z'],
  ['2026-02-30', null],
  ['2026-13-01', null],
  ['11/12/2026', null],
  ['', null],
])('the day %j ends at %s', (day, instant) => {
  expect(endOfDay(day)).toBe(instant);
});

test.each([
  ['2026-12-11T17:00:00.000Z', '2026-12-11', '2026-12-11'],
  ['2026-12-11T16:59:59.999Z', '2026-12-10', '2026-12-11'],
  ['2026-12-11T17:00:00.001Z', '2026-12-11', '2026-12-12'],
])('by %s the last day that is over is %s, the last that has begun %s', (instant, over, begun) => {
  expect([lastFullDay(instant), lastDayOf(instant)]).toEqual([over, begun]);
});
