import { expect, test } from 'vitest';
import { unitCalled } from './history.fixture.ts';
import { endedOn, type UnitHistory } from './history.ts';
import { placementFault } from './placement.ts';

const commune = unitCalled('Bản Bo');
const ending = endedOn(commune, '2026-01-01') as UnitHistory;
const village = unitCalled('Nà Khuy', { parent: commune });

test.each<[string, UnitHistory['level'], UnitHistory | null | undefined, string, string | null, string | null]>([
  ['a commune for itself', 'commune', null, '2020-01-01', null, null],
  ['a commune under another', 'commune', commune, '2020-01-01', null, 'parent_not_allowed'],
  ['a village under its commune', 'village', commune, '2020-01-01', null, null],
  ['a village alone', 'village', null, '2020-01-01', null, 'parent_missing'],
  ['a village under nothing known', 'village', undefined, '2020-01-01', null, 'parent_unknown'],
  ['a village under a village', 'village', village, '2020-01-01', null, 'parent_wrong_level'],
  ['a village before its commune', 'village', commune, '2019-12-31', null, 'parent_not_standing'],
  ['a village beyond its commune', 'village', ending, '2020-01-01', null, 'parent_not_standing'],
  ['a village that ends with its commune', 'village', ending, '2020-01-01', '2026-01-01', null],
  ['a village that never stood', 'village', ending, '2027-01-01', '2027-01-01', null],
])('%s', (_, level, parent, validFrom, validTo, fault) => {
  const parentId = parent === undefined ? 'unknown' : (parent?.id ?? null);
  expect(placementFault(level, { parentId, validFrom, validTo }, parent ?? undefined)).toBe(fault);
});
