import { describe, expect, it } from 'vitest';
import { acceptsCount, isInMode, parameterAt } from './entry.ts';
import { functionNamed, functions } from './registry.ts';

describe('the functions of the language', () => {
  it('have names of their own, which is how they are found', () => {
    expect(new Set(functions.map(({ name }) => name)).size).toBe(functions.length);
    for (const entry of functions) expect(functionNamed(entry.name)).toBe(entry);
    expect(functionNamed('constructor')).toBeUndefined();
  });

  it.each(functions.map((entry) => [entry.name, entry] as const))(
    '%s has a mode and one line of explanation',
    (_, entry) => {
      expect(isInMode(entry, 'form') || isInMode(entry, 'score')).toBe(true);
      expect(entry.doc).toMatch(/^[^\n]{3,140}\.$/);
    },
  );

  it('are in score mode only those that are exact and know no clock', () => {
    const inScore = functions.filter((entry) => isInMode(entry, 'score')).map(({ name }) => name);
    expect(inScore.sort()).toEqual(
      [
        ...['abs', 'all', 'any', 'baseline', 'ceiling', 'checklist', 'coalesce', 'count', 'count-if', 'count-selected'],
        ...[
          'count-villages',
          'false',
          'floor',
          'if',
          'int',
          'max',
          'min',
          'not',
          'number',
          'previous',
          'round',
          'selected',
        ],
        ...['sum', 'true', 'weighted-checklist'],
      ].sort(),
    );
  });
});

describe('the parameters of a function', () => {
  const pairs = { required: ['number'], rest: ['boolean', 'string'] } as const;
  const optional = { required: ['number'], optional: ['string'] } as const;

  it('say how many arguments it takes', () => {
    expect([0, 1, 2, 3, 4, 5].map((count) => acceptsCount(pairs, count))).toEqual([
      false,
      true,
      false,
      true,
      false,
      true,
    ]);
    expect([0, 1, 2, 3].map((count) => acceptsCount(optional, count))).toEqual([false, true, true, false]);
  });

  it('say of which kind each is', () => {
    expect([0, 1, 2, 3, 4].map((index) => parameterAt(pairs, index))).toEqual([
      ...['number', 'boolean', 'string', 'boolean', 'string'],
    ]);
    expect([0, 1, 2].map((index) => parameterAt(optional, index))).toEqual(['number', 'string', undefined]);
  });
});
