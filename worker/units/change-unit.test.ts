import { describe, expect, test } from 'vitest';
import { Problem } from '../http/problem.ts';
import { changeUnit } from './change-unit.ts';
import { inShort, unitCalled } from './history.fixture.ts';
import { endedOn, type UnitHistory } from './history.ts';
import { defaultKinds } from './kinds/kinds.ts';

const commune = unitCalled('Bản Bo', { attributes: { population: 10, note: 'x' } });
const other = unitCalled('Tân Phong', { from: '2024-01-01' });
const village = unitCalled('Nà Khuy', { parent: commune });
const when = { today: '2026-11-22', now: '2026-11-22T00:00:00.000Z', language: 'en' } as const;

const change = (unit: UnitHistory, patch: Parameters<typeof changeUnit>[1], parent?: UnitHistory) => {
  const decided = changeUnit({ unit, parent, kinds: defaultKinds }, patch, when);
  return decided instanceof Problem ? [decided.code, ...decided.errors.map(({ code }) => code)] : inShort(decided);
};

describe('a patch', () => {
  const act = { legalAct: 'NQ 1' };
  test.each<[string, string[], string[]]>([
    ['without a day corrects', change(commune, { name: 'B' }), ['2020-01-01.. B']],
    [
      'from a day makes a version',
      change(commune, { from: '2025-07-01', ...act, name: 'B' }),
      ['2020-01-01..2025-07-01 Bản Bo', '2025-07-01.. B'],
    ],
    [
      'from before it stood is refused',
      change(commune, { from: '2019-01-01', ...act, name: 'B' }),
      ['unit_not_standing'],
    ],
    ['to an unknown kind is refused', change(commune, { kindLabel: 'huyện' }), ['kind_unknown', 'kind_unknown']],
    ["to a village's kind is refused", change(commune, { kindLabel: 'bản' }), ['kind_unknown', 'kind_unknown']],
    [
      'that moves a commune is refused',
      change(commune, { parentId: other.id }, other),
      ['unit_misplaced', 'parent_not_allowed'],
    ],
    [
      'that moves a village to where it can be moves it',
      change(village, { from: '2025-07-01', ...act, parentId: other.id }, other),
      ['2020-01-01..2025-07-01 Nà Khuy', '2025-07-01.. Nà Khuy'],
    ],
    [
      'that moves a village to before its commune is refused',
      change(village, { from: '2023-12-31', ...act, parentId: other.id }, other),
      ['unit_misplaced', 'parent_not_standing'],
    ],
    [
      'that says it was always there is refused',
      change(village, { parentId: other.id }, other),
      ['unit_misplaced', 'parent_not_standing'],
    ],
    [
      'that moves a village to one that ends is refused',
      change(village, { from: '2025-07-01', ...act, parentId: other.id }, endedOn(other, '2030-01-01') as UnitHistory),
      ['unit_misplaced', 'parent_not_standing'],
    ],
    ['to nothing known is refused', change(village, { parentId: other.id }), ['unit_misplaced', 'parent_unknown']],
  ])('%s', (_, decided, expected) => {
    expect(decided).toEqual(expected);
  });

  test('that changes nothing gives the unit itself', () => {
    const patch = { name: 'Bản Bo', kindLabel: 'Xã', attributes: { population: 10 } };
    expect(changeUnit({ unit: commune, parent: undefined, kinds: defaultKinds }, patch, when)).toBe(commune);
  });

  test('merges attributes, null taking one away', () => {
    const patch = { attributes: { note: null, households: 3 } };
    const after = changeUnit({ unit: commune, parent: undefined, kinds: defaultKinds }, patch, when) as UnitHistory;
    expect(after.versions[0]!.attributes).toEqual({ population: 10, households: 3 });
  });
});
