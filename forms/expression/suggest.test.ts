import { expect, it } from 'vitest';
import { suggest } from './suggest.ts';

const names = ['hotspots', 'households_total', 'households_committed', 'points', 'id'];

it.each([
  ['hotspot', 'hotspots'],
  ['HotSpots', 'hotspots'],
  ['hostpots', 'hotspots'],
  ['household_total', 'households_total'],
  ['pionts', 'points'],
  ['di', 'id'],
  ['gangs', null],
  ['x', null],
])('takes %s to mean %s', (word, meant) => {
  expect(suggest(word, names)).toBe(meant);
});
