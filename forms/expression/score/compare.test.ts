import { describe, expect, it } from 'vitest';
import { equal, less } from './compare.ts';
import {
  exactly,
  type NumberValue,
  notAsked,
  type ScoreValue,
  truthValue,
  unknown,
  unknownCount,
  unknownText,
} from './value.ts';

const text = (value: string): ScoreValue => ({ kind: 'text', value });
const between = (lo: number | null, hi: number | null): NumberValue => ({ kind: 'number', lo, hi });

describe('equal', () => {
  it.each<[what: string, a: ScoreValue, b: ScoreValue, verdict: boolean | null]>([
    ['the same number', exactly(3), exactly(3), true],
    ['bounds that touch', between(0, 3), exactly(3), null],
    ['bounds that do not meet', between(0, 2), exactly(3), false],
    ['two unknown counts', unknownCount, unknownCount, null],
    ['a count and a negative number', unknown, exactly(-1), false],
    ['a number and its numeral', exactly(3), text('3.0'), true],
    ['a number and a word', unknownCount, text('yes'), false],
    ['a number and blank text', exactly(0), text(''), false],
    ['a count, which may turn out not to be asked, and blank text', unknownCount, text(''), null],
    ['two unknown texts', unknownText, unknownText, null],
    ['an answer not given and a word', unknown, text('yes'), null],
    ['the same word', text('yes'), text('yes'), true],
    ['numerals as text', text('1'), text('1.0'), false],
    ['a list and its choices', { kind: 'list', value: ['a', 'b'] }, text('a b'), true],
    ['a question not asked and 0', notAsked, exactly(0), true],
    ['a question not asked and blank text', notAsked, text(''), true],
    ['a question not asked and a word', notAsked, text('yes'), false],
    ['true and yes', truthValue(true), text('yes'), true],
    ['false and no', truthValue(false), text('no'), true],
    ['true and an answer not given', truthValue(true), unknown, null],
  ])('of %s', (_, a, b, verdict) => {
    expect([equal(a, b), equal(b, a)]).toEqual([verdict, verdict]);
  });
});

describe('less', () => {
  it.each<[a: NumberValue, b: NumberValue, strictly: boolean | null, orEqual: boolean | null]>([
    [exactly(1), exactly(2), true, true],
    [exactly(2), exactly(2), false, true],
    [exactly(3), exactly(2), false, false],
    [between(0, 2), exactly(2), null, true],
    [between(2, null), exactly(2), false, null],
    [between(null, 5), between(5, null), null, true],
    [between(null, null), exactly(0), null, null],
    [between(1, 3), between(2, 4), null, null],
  ])('compares bounds: case %#', (a, b, strictly, orEqual) => {
    expect([less(a, b, false), less(a, b, true)]).toEqual([strictly, orEqual]);
  });
});
