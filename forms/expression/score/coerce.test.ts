import { describe, expect, it } from 'vitest';
import { asList, asNumber, asText, asTruth } from './coerce.ts';
import {
  anyNumber,
  exactly,
  type NumberValue,
  notAsked,
  type ScoreValue,
  truthValue,
  unknown,
  unknownCount,
  unknownList,
  unknownText,
} from './value.ts';

const text = (value: string): ScoreValue => ({ kind: 'text', value });
const list = (...value: string[]): ScoreValue => ({ kind: 'list', value });
const between = (lo: number, hi: number | null): ScoreValue => ({ kind: 'number', lo, hi });

describe('a value where a number is wanted', () => {
  it.each<[what: string, value: ScoreValue, number: NumberValue]>([
    ['a missing answer is a count from 0 up', unknown, unknownCount],
    ['a question not asked is 0', notAsked, exactly(0)],
    ['a numeral is its number', text('12'), exactly(12)],
    ['a date is its days since 1970', text('1970-02-01'), exactly(31)],
    ['a word could be anything', text('abc'), anyNumber],
    ['blank text could be anything', text(''), anyNumber],
    ['unknown text could be anything', unknownText, anyNumber],
    ['true is 1', truthValue(true), exactly(1)],
    ['an unknown boolean is 0 or 1', truthValue(null), { kind: 'number', lo: 0, hi: 1 }],
    ['the one choice of a list is its number', list('3'), exactly(3)],
    ['several choices could be anything', list('3', '4'), anyNumber],
  ])('%s', (_, value, number) => {
    expect(asNumber(value)).toEqual(number);
  });
});

describe('a value as a condition', () => {
  it.each<[what: string, value: ScoreValue, truth: boolean | null]>([
    ['yes is true', text('yes'), true],
    ['no is false, unlike in ODK', text('no'), false],
    ['blank text is false', text(''), false],
    ['another word is neither', text('maybe'), null],
    ['0 is false', exactly(0), false],
    ['a number above 0 is true', between(1, null), true],
    ['a count is neither', unknownCount, null],
    ['an answer not given is neither', unknown, null],
    ['a question not asked is false', notAsked, false],
    ['an unknown list is neither', unknownList, null],
    ['a list of choices is true', list('a'), true],
  ])('%s', (_, value, truth) => {
    expect(asTruth(value)).toBe(truth);
  });
});

it('reads text and choices from whatever holds them', () => {
  expect([list('a', 'b'), exactly(5), truthValue(true), notAsked].map(asText)).toEqual(['a b', '5', 'true', '']);
  expect([unknown, unknownText, unknownList, unknownCount, truthValue(null)].map(asText)).toEqual(Array(5).fill(null));
  expect([list('a', 'b'), text(' a  b'), exactly(5), notAsked, unknown].map(asList)).toEqual([
    ['a', 'b'],
    ['a', 'b'],
    ['5'],
    [],
    null,
  ]);
});
