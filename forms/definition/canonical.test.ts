import { expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';

test('documents that differ only in the order of their keys have the same text', () => {
  const one = { b: [1, { d: null, c: 'x' }], a: true };
  const other = { a: true, b: [1, { c: 'x', d: null }] };
  expect(canonicalJson(one)).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}');
  expect(canonicalJson(other)).toBe(canonicalJson(one));
});

test('keys are sorted by code unit, not by language', () => {
  expect(canonicalJson({ é: 1, z: 2, A: 3, '10': 4, '9': 5 })).toBe('{"10":4,"9":5,"A":3,"z":2,"é":1}');
});

test('a key without a value is left out, and the order of a list is kept', () => {
  expect(canonicalJson({ a: undefined, b: [3, 1, 2] })).toBe('{"b":[3,1,2]}');
});

test('numbers and text are written as ECMAScript writes them', () => {
  expect(canonicalJson([1e21, 0.1, -0, 'Tà Lèng\n"'])).toBe('[1e+21,0.1,0,"Tà Lèng\\n\\""]');
});

test('a number that JSON cannot hold is refused, not written as null', () => {
  expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError);
});
