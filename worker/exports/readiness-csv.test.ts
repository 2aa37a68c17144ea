import { expect, test } from 'vitest';
import { readinessCsv } from './readiness-csv.ts';

const row = {
  unit: { id: '0190a0a0-0000-7000-8000-000000000001', name: 'Nà Tăm, "mới"', kindLabel: 'xã', code: '03408' },
  state: 'submitted' as const,
  ready: null,
  index: 87.5,
  class: null,
  coverage: { expected: 3, answered: 2 },
  criteria: [
    {
      id: 'TD1',
      status: 'undetermined' as const,
      requirement: true,
      numerator: null,
      denominator: null,
      shortfall: null,
      reason: 'missing_villages',
      masked: null,
    },
  ],
  submittedAt: '2024-11-20T01:02:03.000Z',
  scoredAt: '2024-11-20T01:02:04.000Z',
  stale: false,
};

test('one line a commune, three columns a criterion, undetermined in words and unknown numbers empty', () => {
  const [header, line] = readinessCsv([row]).split('\n');
  expect(header).toContain('ready,index,villages_expected,villages_answered,TD1_status,TD1_numerator,TD1_denominator');
  expect(line).toContain('"Nà Tăm, ""mới""",submitted,undetermined,87.5,3,2,undetermined,,,2024-11-20');
});

test('a masked number is no empty cell, which would be unknown', () => {
  const masked = { numerator: 'withheld' as const, denominator: '<5' as const, shortfall: null };
  const [, line] = readinessCsv([{ ...row, criteria: [{ ...row.criteria[0]!, masked }] }]).split('\n');
  expect(line).toContain('undetermined,withheld,<5,2024-11-20');
});

test('it opens in a spreadsheet with Vietnamese letters and without running formulas', () => {
  const text = readinessCsv([{ ...row, unit: { ...row.unit, name: '=HYPERLINK("x")' } }]);
  expect(text.startsWith('\u{FEFF}')).toBe(true);
  expect(text).toContain(`"'=HYPERLINK(""x"")"`);
});
