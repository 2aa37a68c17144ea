import { describe, expect, it } from 'vitest';
import type { FormValue } from './scope.ts';
import { isBlank, isEqual, toBoolean, toList, toNumber, toText } from './value.ts';

describe('toNumber', () => {
  it.each<[value: FormValue, number: number]>([
    ['12', 12],
    [' -0.5 ', -0.5],
    ['.5', 0.5],
    ['', Number.NaN],
    ['yes', Number.NaN],
    ['1e3', Number.NaN],
    ['+1', Number.NaN],
    ['0x10', Number.NaN],
    ['1970-01-11', 10],
    [true, 1],
    [false, 0],
    [['7'], 7],
    [['1', '2'], Number.NaN],
    [[], Number.NaN],
  ])('takes %j as %d', (value, number) => {
    expect(toNumber(value)).toBe(number);
  });
});

describe('toBoolean', () => {
  it.each<[value: FormValue, truth: boolean]>([
    ['', false],
    ['no', true],
    ['false', true],
    [0, false],
    [Number.NaN, false],
    [-1, true],
    [[], false],
    [['a'], true],
  ])('takes %j as %j', (value, truth) => {
    expect(toBoolean(value)).toBe(truth);
  });
});

describe('toText', () => {
  it.each<[value: FormValue, text: string]>([
    [12, '12'],
    [-0, '0'],
    [0.1, '0.1'],
    [1e21, '1000000000000000000000'],
    [-1.25e22, '-12500000000000000000000'],
    [1.5e-7, '0.00000015'],
    [Number.NaN, 'NaN'],
    [-Infinity, '-Infinity'],
    [true, 'true'],
    [['a', 'b'], 'a b'],
  ])('writes %j as %j', (value, text) => {
    expect(toText(value)).toBe(text);
  });
});

it('reads the choices of a list however it is stored', () => {
  expect(toList('a  b ')).toEqual(['a', 'b']);
  expect(toList(['a', 'b'])).toEqual(['a', 'b']);
  expect(toList('')).toEqual([]);
  expect(toList(3)).toEqual(['3']);
});

it('takes blank text, no choices and NaN as blank, and 0 and false as answers', () => {
  expect(['', [], Number.NaN].map(isBlank)).toEqual([true, true, true]);
  expect([0, false, ' ', ['a']].map(isBlank)).toEqual([false, false, false, false]);
});

describe('isEqual', () => {
  it.each<[a: FormValue, b: FormValue, equal: boolean]>([
    ['', '', true],
    ['1', '1.0', false],
    ['1.0', 1, true],
    ['', 0, false],
    [Number.NaN, Number.NaN, false],
    ['no', true, true],
    ['', false, true],
    [1, true, true],
    [['a', 'b'], 'a b', true],
    [['1'], 1, true],
  ])('of %j and %j is %j, from either side', (a, b, equal) => {
    expect([isEqual(a, b), isEqual(b, a)]).toEqual([equal, equal]);
  });
});
