import { expect, test } from 'vitest';
import { compared } from './compared.ts';

const row = (communeId: string, figures: Record<string, number> = {}, attributes = {}) => ({
  ...{ communeId, kindLabel: 'xã', attributes, figures },
});
const then = (communeId: string, submittedAt: string | null = '2023-12-01T00:00:00.000Z') => ({
  ...{ communeId, submittedAt, figures: { hotspots: 2 } },
});
const edge = (predecessorId: string, successorId: string, extent: 'whole' | 'part') => ({
  ...{ predecessorId, successorId, extent },
});

test.each([
  ['the same commune', [then('a')], [], { hotspots: 2 }],
  ['one that took another in whole', [then('a'), then('b')], [edge('b', 'a', 'whole')], null],
  ['one that took a part of another', [then('a'), then('b')], [edge('b', 'a', 'part')], null],
  ['one under another identity then', [then('b')], [edge('b', 'a', 'whole')], null],
  ['one that did not hand in then', [then('a', null)], [], null],
  ['one that did not exist then', [], [], null],
])('previous figures of %s', (_, previous, edges, expected) => {
  expect(compared({ submitted: [row('a')], previous, edges })[0]!.before).toEqual(expected);
});

test.each([
  ['what it counted', { population: 900 }, { population: 1000 }, 900],
  ['what is registered, when it counted nobody', { population: 0 }, { population: 1000 }, 1000],
  ['what is registered, when it was not asked', {}, { population: 1000 }, 1000],
  ['unknown otherwise', {}, { population: 'đông' }, null],
])('a commune’s inhabitants are %s', (_, figures, attributes, expected) => {
  const rows = { submitted: [row('a', figures, attributes)], previous: [], edges: [] };
  expect(compared(rows)[0]!.population).toBe(expected);
});
