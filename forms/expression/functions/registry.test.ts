import { describe, expect, it } from 'vitest';
import { documentation } from './documentation.ts';
import { acceptsCount, isInMode, parameterAt } from './entry.ts';
import { functionNamed, functions } from './registry.ts';
import { signatureOf } from './signature.ts';

describe('the functions of the language', () => {
  it('have names of their own, which is how they are found', () => {
    expect(new Set(functions.map(({ name }) => name)).size).toBe(functions.length);
    for (const entry of functions) expect(functionNamed(entry.name)).toBe(entry);
    expect(functionNamed('constructor')).toBeUndefined();
  });

  it.each(functions.map((entry) => [entry.name, entry] as const))('%s has a mode', (_, entry) => {
    expect(isInMode(entry, 'form') || isInMode(entry, 'score')).toBe(true);
  });

  it('have one line of explanation each, in the same order', () => {
    expect(Object.keys(documentation)).toEqual(functions.map(({ name }) => name));
    for (const { doc, deviation = 'None.' } of Object.values(documentation)) {
      expect(doc).toMatch(/^[^\n]{3,140}\.$/);
      expect(deviation).toMatch(/^[^\n]{3,180}\.$/);
    }
  });

  it('are in form mode all those that XLSForm authors use', () => {
    const wanted =
      `if coalesce once selected selected-at count-selected jr:choice-name concat join string string-length substr
      substring-before substring-after contains starts-with ends-with normalize-space translate upper-case lower-case regex
      boolean boolean-from-string not true false number int round abs pow sqrt exp exp10 log log10 pi sin cos tan asin acos atan
      atan2 min max sum count count-non-empty checklist weighted-checklist today now date date-time decimal-date-time
      decimal-time format-date format-date-time uuid digest position random`.split(/\s+/);
    const inForm = functions.filter((entry) => isInMode(entry, 'form')).map(({ name }) => name);
    expect(wanted.filter((name) => !inForm.includes(name))).toEqual([]);
    expect(inForm.filter((name) => !wanted.includes(name))).toEqual(['floor', 'ceiling']);
  });

  it.each(functions.map((entry) => [entry.name, entry] as const))('%s has a name for each argument', (_, entry) => {
    const { required, optional = [], rest = [] } = entry.parameters;
    expect(entry.argumentNames ?? []).toHaveLength(required.length + optional.length + rest.length);
  });

  it.each([
    ['today', 'today()'],
    ['if', 'if(condition, then, else)'],
    ['round', 'round(number, places?)'],
    ['sum', 'sum(number, …)'],
    ['concat', 'concat(value, …)'],
    ['checklist', 'checklist(min, max, condition, …)'],
    ['position', 'position(..)'],
  ])('%s is written as %s', (name, signature) => {
    expect(signatureOf(functionNamed(name)!)).toBe(signature);
  });

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
