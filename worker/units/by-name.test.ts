import { expect, test } from 'vitest';
import { byName } from './by-name.ts';

const sorted = (names: string[]) =>
  names
    .toReversed()
    .map((name, at) => ({ name, id: String(at) }))
    .sort(byName)
    .map(({ name }) => name);

test.each([
  ['letters', ['Ca', 'Da', 'Đa', 'Ea', 'Êa', 'Ga', 'Oa', 'Ôa', 'Ơa', 'Ua', 'Ưa', 'Va']],
  ['a, ă and â', ['Ba', 'Bă', 'Bâ', 'Ca']],
  ['tones', ['ba', 'bà', 'bả', 'bã', 'bá', 'bạ']],
  ['d before đ before anything after them', ['Dũng', 'Dương', 'Đông', 'Em']],
  ['numbers by value', ['Bản 2', 'Bản 10', 'Khu phố 1', 'Khu phố 11']],
])('%s are in the order of a Vietnamese dictionary', (_, names) => {
  expect(sorted(names)).toEqual(names);
});

test('two of one name keep the order in which they were made', () => {
  const twice = [
    { name: 'Đông Ninh', id: '2' },
    { name: 'Đông Ninh', id: '1' },
  ];
  expect(twice.sort(byName).map(({ id }) => id)).toEqual(['1', '2']);
});
