import { describe, expect, test } from 'vitest';
import { inShort, unitCalled } from './history.fixture.ts';
import {
  changedFrom,
  corrected,
  cutOff,
  endedOn,
  factsOf,
  lastVersion,
  presentVersion,
  standsThrough,
  type UnitHistory,
  versionOn,
} from './history.ts';

const act = { legalAct: 'NQ 1', now: '2026-11-22T00:00:00.000Z' };
const first = unitCalled('A');
const facts = (name: string) => ({ ...factsOf(lastVersion(first)), name });
const renamed = changedFrom(first, '2025-07-01', facts('B'), act) as UnitHistory;
const ended = endedOn(renamed, '2026-03-01') as UnitHistory;

const outcome = (decided: UnitHistory | string) => (typeof decided === 'string' ? decided : inShort(decided));

describe('a change from a day on', () => {
  test.each<[string, UnitHistory, string, string | string[]]>([
    ['ends the version before it', first, '2025-07-01', ['2020-01-01..2025-07-01 A', '2025-07-01.. X']],
    ['on its first day is that version', first, '2020-01-01', ['2020-01-01.. X']],
    [
      'on the day of the last change changes that',
      renamed,
      '2025-07-01',
      ['2020-01-01..2025-07-01 A', '2025-07-01.. X'],
    ],
    ['before the unit is refused', first, '2019-12-31', 'unit_not_standing'],
    ['before the last change is refused', renamed, '2025-06-30', 'later_version'],
    ['after its end is refused', ended, '2026-03-01', 'unit_not_standing'],
    [
      'keeps an end that is known already',
      ended,
      '2026-01-01',
      ['2020-01-01..2025-07-01 A', '2025-07-01..2026-01-01 B', '2026-01-01..2026-03-01 X'],
    ],
  ])('%s', (_, unit, day, expected) => {
    expect(outcome(changedFrom(unit, day, facts('X'), act))).toEqual(expected);
  });

  test('rests on its act, and is found by its new name', () => {
    expect(lastVersion(renamed)).toMatchObject({ legalAct: 'NQ 1', searchKey: 'b' });
    expect(renamed.versions[0]).toMatchObject({ legalAct: null, searchKey: 'a' });
  });
});

describe('an end', () => {
  test.each<[string, UnitHistory, string, string | string[]]>([
    ['is the first day that it no longer stands', first, '2026-01-01', ['2020-01-01..2026-01-01 A']],
    ['on its first day is refused', first, '2020-01-01', 'unit_not_standing'],
    ['before the last change is refused', renamed, '2025-06-30', 'later_version'],
    [
      'on the day of the last change leaves that without a day',
      renamed,
      '2025-07-01',
      ['2020-01-01..2025-07-01 A', '2025-07-01..2025-07-01 B'],
    ],
    ['a second time is refused', ended, '2026-03-01', 'unit_not_standing'],
    ['may be brought forward', ended, '2026-02-01', ['2020-01-01..2025-07-01 A', '2025-07-01..2026-02-01 B']],
  ])('%s', (_, unit, day, expected) => {
    expect(outcome(endedOn(unit, day))).toEqual(expected);
  });
});

describe('cutting off, for what came to light later,', () => {
  test.each<[string, UnitHistory, string, string[]]>([
    ['ends what holds then', first, '2025-07-01', ['2020-01-01..2025-07-01 A']],
    [
      'leaves later versions without a day',
      renamed,
      '2024-01-01',
      ['2020-01-01..2024-01-01 A', '2025-07-01..2025-07-01 B'],
    ],
    ['leaves what was recorded only afterwards without a day', first, '2019-01-01', ['2020-01-01..2020-01-01 A']],
    ['changes nothing about what has ended before', ended, '2026-06-01', inShort(ended)],
  ])('%s', (_, unit, day, expected) => {
    expect(inShort(cutOff(unit, day))).toEqual(expected);
  });
});

test.each<[UnitHistory, string, string | undefined]>([
  [renamed, '2019-12-31', undefined],
  [renamed, '2025-06-30', 'A'],
  [renamed, '2025-07-01', 'B'],
  [ended, '2026-03-01', undefined],
  [cutOff(first, '2019-01-01'), '2020-01-01', undefined],
])('case %#: on a day the unit is called what it was called then', (unit, day, name) => {
  expect(versionOn(unit, day)?.name).toBe(name);
});

test.each<[string, UnitHistory, string, string]>([
  ['how it stands', renamed, '2026-01-01', 'B'],
  ['how it stood last', ended, '2030-01-01', 'B'],
  ['how it will', renamed, '2010-01-01', 'A'],
])('what is said of a unit today is %s', (_, unit, today, name) => {
  expect(presentVersion(unit, today).name).toBe(name);
});

test('a correction holds from the beginning of its version and leaves the others', () => {
  const right = corrected(renamed, renamed.versions[0]!, facts('Á'));
  expect(inShort(right)).toEqual(['2020-01-01..2025-07-01 Á', '2025-07-01.. B']);
  expect(right.versions[0]!.searchKey).toBe('a');
});

test.each<[string, string | null, boolean]>([
  ['2020-01-01', null, false],
  ['2020-01-01', '2026-03-01', true],
  ['2019-12-31', '2026-03-01', false],
  ['2025-01-01', '2026-03-02', false],
])('a unit that stands from 2020 to March 2026 stands from %s until %s: %s', (from, to, stands) => {
  expect(standsThrough(ended, from, to)).toBe(stands);
});
