import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRegex as compileOurs } from '../../forms/expression/regex/regex.ts';
import { compileRegex as compileNative } from './native-regex.ts';

const pieces = [
  'a',
  'b',
  'ế',
  '😀',
  '1',
  ' ',
  '.',
  '\\d',
  '\\w',
  '\\s',
  '\\p{L}',
  '[0-9]',
  '[^a]',
  '[\\w-]',
  '\\b',
  '^',
  '$',
];
const repeats = ['', '', '', '*', '+', '?', '{2}', '{1,3}', '*?'];
const atom = fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(...repeats)).map((parts) => parts.join(''));
const sequence = fc.array(atom, { minLength: 1, maxLength: 4 }).map((atoms) => atoms.join(''));
const pattern = fc.oneof(
  sequence,
  fc.tuple(sequence, sequence).map(([one, other]) => `(${one}|${other})`),
);
const text = fc
  .array(fc.constantFrom('a', 'b', 'ế', '😀', '1', ' ', '\n', '-'), { maxLength: 6 })
  .map((all) => all.join(''));

test('the browser finds what the worker finds, for every pattern that a form may have', () => {
  fc.assert(
    fc.property(pattern, text, (source, searched) => {
      const { regex } = compileOurs(source);
      fc.pre(regex !== null);
      expect(compileNative(source).regex?.search(searched).found).toBe(regex!.search(searched).found);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['^{a}]$', '{a}]'],
  ['^x{,3}$', 'x{,3}'],
  ['^[\\w-.]+$', 'a-.'],
])('%s, which only the older syntax allows, is found too', (source, searched) => {
  expect(compileNative(source).regex?.search(searched).found).toBe(true);
});

test('a pattern that is none finds nothing', () => {
  expect(compileNative('(a').regex).toBeNull();
});
