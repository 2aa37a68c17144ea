import { expect, test } from 'vitest';
import { templates } from '../../forms/index.ts';
import { describeChanges, largeChanges } from './large-changes.ts';

const form = templates['tam-duong-2024']!;
const changed = (before: number, now: number) =>
  largeChanges(form, 'village', { addicts_total: before }, { addicts_total: now }).length === 1;

test.each([
  [10, 15, false],
  [10, 16, true],
  [10, 5, false],
  [10, 4, true],
  [10, 10, false],
  [0, 0, false],
  [0, 1, true],
  [3, 0, true],
])('from %i to %i is more than half: %j', (before, now, large) => {
  expect(changed(before, now)).toBe(large);
});

test('what was blank in either round is no change, and neither is a text', () => {
  const before = { addicts_total: null, evidence: 'a' };
  expect(largeChanges(form, 'village', before, { addicts_total: 9, evidence: 'b' })).toEqual([]);
});

test('changes are told by label with both numbers, the first five of them', () => {
  const names = ['population', 'households_total', 'addicts_total', 'hotspots', 'points', 'gangs'];
  const answers = (value: number) => Object.fromEntries(names.map((name) => [name, value]));
  const text = describeChanges(largeChanges(form, 'village', answers(1000), answers(2000)), 'vi');
  expect(text).toContain('Tổng số hộ: 1.000 → 2.000');
  expect(text).toContain('và 1 số khác');
});
