import { describe, expect, test } from 'vitest';
import { deadline, formatDate, formatDay, formatShare, formatTime } from './format.ts';

test('a share is cut and not rounded up to 100 %', () => {
  expect(formatShare(9996, 10_000, 'vi')).toBe('99,9 %');
  expect(formatShare(3, 3, 'vi')).toBe('100 %');
  expect(formatShare(29, 100, 'en')).toBe('29 %');
});

describe('dates', () => {
  test('a calendar date is written day first, and text that is none is left alone', () => {
    expect(formatDate('2024-12-05')).toBe('05/12/2024');
    expect(formatDate('cuối tháng')).toBe('cuối tháng');
  });

  test('an instant late in the UTC evening is already the next day in Viet Nam', () => {
    expect(formatDay('2024-12-05T18:30:00Z')).toBe('06/12/2024');
    expect(formatTime('2024-12-05T18:30:00Z')).toBe('01:30');
  });
});

describe('the deadline', () => {
  test('midnight of 12 June shows 11 June as the last day', () => {
    expect(deadline('2024-06-11T17:00:00Z', '2024-06-09T02:00:00Z')).toEqual({
      day: '11/06/2024',
      time: null,
      daysLeft: 2,
    });
  });

  test('an hour within a day is shown with the day', () => {
    expect(deadline('2024-06-11T10:00:00Z', '2024-06-11T03:00:00Z')).toEqual({
      day: '11/06/2024',
      time: '17:00',
      daysLeft: 0,
    });
  });

  test('is over later on the last day, once its hour has passed', () => {
    expect(deadline('2024-06-11T10:00:00Z', '2024-06-11T10:00:00Z').daysLeft).toBe(-1);
    expect(deadline('2024-06-11T10:00:00Z', '2024-06-13T10:00:00Z').daysLeft).toBe(-2);
  });

  test('counts calendar days of Viet Nam: shortly before local midnight a day is still left', () => {
    expect(deadline('2024-06-11T17:00:00Z', '2024-06-10T16:59:00Z').daysLeft).toBe(1);
  });
});
