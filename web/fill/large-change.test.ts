import { expect, test } from 'vitest';
import { definition } from './fixture.ts';
import { isLargeChange, largeChangeIssues } from './large-change.ts';

test.each([
  [100, 150, false],
  [100, 151, true],
  [100, 49, true],
  [100, 50, false],
  [0, 0, false],
  [0, 1, true],
  [undefined, 5, false],
  [5, undefined, false],
])('from %s to %s', (before, now, isLarge) => {
  expect(isLargeChange('integer', before, now)).toBe(isLarge);
});

test('only numbers change by a share', () => {
  expect(isLargeChange('text', 1, 9)).toBe(false);
});

test('the warning stands at its question and names both numbers the Vietnamese way', () => {
  const section = definition.sections.find(({ name }) => name === 'residents')!;
  const issues = largeChangeIssues(section, { population: 1192 }, { population: 2000 });
  expect(issues).toMatchObject([{ path: 'population', severity: 'warning', code: 'large_change' }]);
  expect(issues[0]!.message.vi).toContain('1.192 → 2.000');
});
