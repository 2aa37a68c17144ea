import { describe, expect, it } from 'vitest';
import type { ValueKind } from '../kind.ts';
import { answerValue, nothingKnown, unitScope, unknownOf } from './scope.ts';
import { exactly, notAsked, truthValue, unknown, unknownCount, unknownList, unknownText } from './value.ts';

describe('answerValue', () => {
  it('knows a number exactly, also one kept as text', () => {
    expect(answerValue(5, 'number')).toEqual(exactly(5));
    expect(answerValue('5', 'number')).toEqual(exactly(5));
    expect(answerValue(0.3, 'number')).toEqual(exactly({ n: 3n, d: 10n }));
  });

  it('keeps text as it is where no number was asked', () => {
    expect(answerValue('5', 'string')).toEqual({ kind: 'text', value: '5' });
    expect(answerValue('2025-06-01', 'date')).toEqual({ kind: 'text', value: '2025-06-01' });
    expect(answerValue(true, 'boolean')).toEqual(truthValue(true));
  });

  it('reads a select_multiple as a list or as text', () => {
    expect(answerValue(['a', 'b'], 'list')).toEqual({ kind: 'list', value: ['a', 'b'] });
    expect(answerValue('a b', 'list')).toEqual({ kind: 'list', value: ['a', 'b'] });
  });

  it.each<ValueKind>(['number', 'string', 'boolean', 'date', 'list', 'any'])(
    'takes every blank for an unknown %s, never for 0',
    (kind) => {
      for (const blank of [undefined, null, '', []]) expect(answerValue(blank, kind)).toBe(unknownOf(kind));
    },
  );

  it('takes what is no answer to the question for none', () => {
    expect(answerValue('many', 'number')).toBe(unknownCount);
    expect(answerValue(Number.NaN, 'number')).toBe(unknownCount);
    expect(answerValue({}.constructor as never, 'string')).toBe(unknownText);
  });
});

describe('unitScope', () => {
  const kinds = new Map<string, ValueKind>([
    ['hotspots', 'number'],
    ['tools', 'list'],
  ]);
  const commune = unitScope({
    kinds: new Map([['models', 'number']]),
    answers: { models: 2 },
    calculated: new Map([['S', exactly(7)]]),
  });

  it('reads the unit’s own answers first, then those outside it', () => {
    const village = unitScope({ kinds, answers: { hotspots: 1, models: 9 }, outer: commune });
    expect(['hotspots', 'models', 'S', 'nothing'].map((name) => village.value(name))).toEqual([
      exactly(1),
      exactly(2),
      exactly(7),
      undefined,
    ]);
  });

  it('knows nothing of a unit that has not answered', () => {
    const village = unitScope({ kinds, answers: null, outer: commune });
    expect([village.value('hotspots'), village.value('tools')]).toEqual([unknownCount, unknownList]);
    expect(village.value('models')).toEqual(exactly(2));
  });

  it('tells a question that was not asked from one left blank', () => {
    const village = unitScope({ kinds, answers: {}, notAsked: new Set(['hotspots']) });
    expect([village.value('hotspots'), village.value('tools')]).toEqual([notAsked, unknownList]);
  });

  it('sees calculations that are added to the commune later', () => {
    const calculated = new Map();
    const scope = unitScope({ kinds, answers: {}, calculated });
    expect(scope.value('late')).toBeUndefined();
    calculated.set('late', exactly(1));
    expect(scope.value('late')).toEqual(exactly(1));
  });

  it('has the commune’s villages, and no other round unless one is given', () => {
    const villages = [unitScope({ kinds, answers: null })];
    const outer = unitScope({ kinds, answers: {}, villages, previous: commune });
    expect(outer).toMatchObject({ villages, previous: commune, baseline: null });
    expect(unitScope({ kinds, answers: {}, outer })).toMatchObject({ villages, previous: null });
  });
});

it('knows of a round that does not exist neither answers nor villages', () => {
  expect(nothingKnown.value('hotspots')).toBe(unknown);
  expect(nothingKnown.villages).toBeNull();
});
