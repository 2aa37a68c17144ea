import { describe, expect, it } from 'vitest';
import { and, either, not, or } from './logic.ts';
import {
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
const between = (lo: number | null, hi: number | null): NumberValue => ({ kind: 'number', lo, hi });

it('is Kleene’s logic', () => {
  const values = [false, null, true];
  expect(values.map((a) => values.map((b) => and(a, b)))).toEqual([
    [false, false, false],
    [false, null, null],
    [false, null, true],
  ]);
  expect(values.map((a) => values.map((b) => or(a, b)))).toEqual([
    [false, null, true],
    [null, null, true],
    [true, true, true],
  ]);
  expect(values.map(not)).toEqual([true, null, false]);
});

describe('either', () => {
  it.each<[what: string, a: ScoreValue, b: ScoreValue, joined: ScoreValue]>([
    ['two numbers span what lies between', exactly(1), exactly(5), between(1, 5)],
    ['a number and a count span both', exactly(-1), unknownCount, between(-1, null)],
    ['the same text twice is that text', text('I'), text('I'), text('I')],
    ['two texts are unknown text', text('I'), text('II'), unknownText],
    ['the same choices twice are those', list('a', 'b'), list('a', 'b'), list('a', 'b')],
    ['other choices are an unknown list', list('a'), list('b'), unknownList],
    ['true and false are an unknown boolean', truthValue(true), truthValue(false), truthValue(null)],
    ['a number from 0 up and an answer not given are as open as that answer', exactly(3), unknown, unknown],
    ['a number below 0 and an answer not given may be anything', exactly(-3), unknown, unknownText],
    ['a number and a text may be anything', exactly(3), text('x'), unknownText],
    ['a number and a boolean may be anything', exactly(1), truthValue(true), unknownText],
    ['a number and a question not asked reach to 0', exactly(-3), notAsked, between(-3, 0)],
    ['0 and a question not asked are not settled', exactly(0), notAsked, unknown],
    ['a boolean and a question not asked are an unknown boolean', truthValue(false), notAsked, truthValue(null)],
    ['a text and a question not asked are unknown text', text('x'), notAsked, unknownText],
    ['a list and a question not asked are an unknown list', list('x'), notAsked, unknownList],
    ['an answer not given and a question not asked are open', unknown, notAsked, unknown],
  ])('%s', (_, a, b, joined) => {
    expect([either(a, b), either(b, a)]).toEqual([joined, joined]);
  });
});
