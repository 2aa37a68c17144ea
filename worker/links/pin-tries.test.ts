import { expect, test } from 'vitest';
import { lockMinutes } from '../http/growing-lock.ts';
import { Problem } from '../http/problem.ts';
import { decideTry, PIN_LOCKS, secondsUntil } from './pin-tries.ts';

const now = '2026-11-20T01:00:00.000Z';

test.each([
  [0, 0],
  [1, 0],
  [4, 0],
  [5, 15],
  [6, 30],
  [7, 60],
  [8, 120],
  [9, 240],
  [10, 480],
  [11, 960],
  [12, 1440],
  [13, 1440],
  [10_000, 1440],
])('%i wrong PINs in a row lock a link for %i minutes', (failures, minutes) => {
  expect(lockMinutes(failures, PIN_LOCKS)).toBe(minutes);
});

test.each([
  ['the first try counts', [0, null], [1, null]],
  ['the fourth is still free', [3, null], [4, null]],
  ['the fifth locks until it proves right', [4, null], [5, '2026-11-20T01:15:00.000Z']],
  ['one try is free when the lock ends, at that very moment', [5, now], [6, '2026-11-20T01:30:00.000Z']],
  ['a lock is never longer than a day', [40, '2026-11-19T00:00:00.000Z'], [41, '2026-11-21T01:00:00.000Z']],
] as const)('%s', (_, [pinFailures, pinLockedUntil], [failures, until]) => {
  expect(decideTry({ pinFailures, pinLockedUntil }, now)).toEqual({ pinFailures: failures, pinLockedUntil: until });
});

test('a locked link takes no try and says until when', () => {
  const until = '2026-11-20T01:00:00.001Z';
  const refusal = decideTry({ pinFailures: 5, pinLockedUntil: until }, now);
  expect(refusal).toBeInstanceOf(Problem);
  expect(refusal).toMatchObject({ code: 'pin_locked', extension: { lockedUntil: until } });
});

test.each([
  ['2026-11-20T01:15:00.000Z', 900],
  ['2026-11-20T01:00:00.001Z', 1],
  ['2026-11-20T00:00:00.000Z', 1],
])('until %s there are %i seconds to wait', (instant, seconds) => {
  expect(secondsUntil(instant, now)).toBe(seconds);
});
