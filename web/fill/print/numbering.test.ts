import { expect, test } from 'vitest';
import { definition } from './fixture.ts';
import { questionNumbers, roman } from './numbering.ts';

test('questions are numbered through a level, notes and what is only computed left out', () => {
  expect([...questionNumbers(definition, 'village')]).toEqual([
    ...Object.entries({ addicts: 1, on_file: 2, board: 3, why_not: 4, steps: 5, by: 6, trust: 7, read: 8, odd: 9 }),
  ]);
  expect([...questionNumbers(definition, 'commune')]).toEqual([['models', 1]]);
});

test.each([
  [1, 'I'],
  [4, 'IV'],
  [9, 'IX'],
  [14, 'XIV'],
  [40, 'XL'],
  [61, 'LXI'],
  [199, 'CXCIX'],
])('%i is %s', (number, text) => {
  expect(roman(number)).toBe(text);
});
