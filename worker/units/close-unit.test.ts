import { expect, test } from 'vitest';
import { Problem } from '../http/problem.ts';
import { closeUnit } from './close-unit.ts';
import { inShort, unitCalled } from './history.fixture.ts';
import { changedFrom, endedOn, factsOf, lastVersion, type UnitHistory } from './history.ts';

const commune = unitCalled('Bản Bo');
const other = unitCalled('Tân Phong');
const standing = unitCalled('Đứng', { parent: commune });
const gone = endedOn(unitCalled('Hết', { parent: commune }), '2022-01-01') as UnitHistory;
const facts = { ...factsOf(lastVersion(standing)), name: 'Sẽ Đi', parentId: other.id };
const act = { legalAct: 'NQ', now: 'x' };
const moves = changedFrom(unitCalled('Sẽ Đi', { parent: commune }), '2027-01-01', facts, act) as UnitHistory;
const moved = changedFrom(unitCalled('Đã Đi', { parent: commune }), '2023-01-01', facts, act) as UnitHistory;

const close = (villages: UnitHistory[], day: string, withVillages = false) => {
  const decided = closeUnit({ unit: commune, villages }, { day, withVillages });
  return decided instanceof Problem
    ? [decided.code, ...decided.errors.map(({ detail }) => detail)]
    : decided.changed.flatMap(({ after }) => inShort(after));
};

test.each<[string, string[], string[]]>([
  ['a commune without villages ends', close([], '2026-01-01'), ['2020-01-01..2026-01-01 Bản Bo']],
  [
    'villages that have ended or moved do not hold it',
    close([gone, moved], '2026-01-01'),
    ['2020-01-01..2026-01-01 Bản Bo'],
  ],
  ['villages that stand are named', close([standing, gone], '2026-01-01'), ['villages_standing', 'Đứng']],
  [
    'villages end with it when wanted',
    close([standing, gone], '2026-01-01', true),
    ['2020-01-01..2026-01-01 Bản Bo', '2020-01-01..2026-01-01 Đứng'],
  ],
  [
    'a village that moves away only later is in the way',
    close([moves], '2026-01-01', true),
    ['later_version', 'Sẽ Đi'],
  ],
  ['a commune does not end before it begins', close([], '2020-01-01'), ['unit_not_standing', 'Bản Bo']],
])('%s', (_, decided, expected) => {
  expect(decided).toEqual(expected);
});
