import { expect, test } from 'vitest';
import { roundDates } from './deadline.ts';

test.each([
  ['2026-11-22', '2026-12-12'],
  ['2026-11-28', '2026-12-12'],
  ['2026-11-29', '2027-12-12'],
  ['2026-12-30', '2027-12-12'],
])('on %s the yearly deadline of 12 December that is ahead is that of %s', (today, day) => {
  const { deadline, closesAt, extendedTo } = roundDates({ day: '12-12', bound: 'before' }, today);
  expect(deadline).toEqual({ day, bound: 'before' });
  expect(closesAt > day && extendedTo > closesAt.slice(0, 10)).toBe(true);
});

test('a deadline of one year stays where it is, and files are still taken after it', () => {
  expect(roundDates({ day: '2025-12-14', bound: 'before' }, '2026-11-22')).toEqual({
    deadline: { day: '2025-12-14', bound: 'before' },
    lateSubmissions: 'accept',
    closesAt: '2026-12-21T17:00:00.000Z',
    extendedTo: '2027-01-06',
  });
});
