import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDays, daysOf } from './date.ts';

describe('daysOf', () => {
  it.each([
    ['1970-01-01', 0],
    ['1970-01-02', 1],
    ['1969-12-31', -1],
    ['2024-02-29', 19782],
    ['2025-06-01T12:00', 20240.5],
    ['2025-06-01T06:00:00.000+07:00', 20240.25],
    ['0001-01-01', -719162],
  ])('counts the days of %s', (text, days) => {
    expect(daysOf(text)).toBe(days);
  });

  it.each([
    '',
    '2025',
    '2025-02-29',
    '2025-13-01',
    '2025-1-1',
    '01/06/2025',
    '2025-06-01T24:00',
    '0000-01-01',
    ' 2025-06-01',
  ])('finds no date in %j', (text) => {
    expect(daysOf(text)).toBeNaN();
  });
});

describe('dateOfDays', () => {
  it('gives back the date that the days were counted of', () => {
    fc.assert(fc.property(fc.integer({ min: -719162, max: 2932896 }), (days) => daysOf(dateOfDays(days)) === days));
  });

  it.each([[Number.NaN], [Infinity], [2932897], [-719163]])(
    'is blank for %d, which no four-digit year holds',
    (days) => {
      expect(dateOfDays(days)).toBe('');
    },
  );
});
