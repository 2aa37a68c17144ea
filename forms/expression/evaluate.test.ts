import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../value.ts';
import { evaluateExpression } from './evaluate.ts';

type Values = Record<string, unknown>;
const evaluate = (source: string, mode: 'form' | 'score', values: Values = {}) =>
  evaluateExpression(source, { mode, values: values as Record<string, Value> });

describe('evaluateExpression in form mode', () => {
  it.each<[source: string, values: Values, value: unknown]>([
    ['1 + 2', {}, 3],
    ['0.1 + 0.2 = 0.3', {}, false],
    ["'' = ''", {}, true],
    ["number('') > 0", {}, false],
    ['${x} > 0', {}, false],
    ['${x} <= 0', { x: '' }, false],
    ['${x} = ""', { x: null }, true],
    ['${x} + 1', { x: '12' }, 13],
    ['${x}', { x: 'xã' }, 'xã'],
    ['${x}', {}, ''],
    ['${x}', { x: ['a', 'b'] }, ['a', 'b']],
    ['. >= 1', { '.': 3 }, true],
    ['1 div 0', {}, null],
    ['0 div 0', {}, null],
    ['today()', {}, ''],
    ['${constructor} = ""', {}, true],
    ['sum(${x})', { x: [1, 2, null] }, 3],
  ])('%j of %j is %j', (source, values, value) => {
    expect(evaluate(source, 'form', values)).toEqual({ value, issues: [] });
  });

  it('is the mode unless another is asked for', () => {
    expect(evaluateExpression('0.1 + 0.2 = 0.3', {}).value).toBe(false);
    expect(evaluateExpression('1 = 1').value).toBe(true);
  });

  it('asks the sources that it is given for what the engine has not', () => {
    const sources = { today: () => '2025-06-11', position: 2 };
    expect(evaluateExpression("concat(today(), ' ', position(..), now())", { sources }).value).toBe('2025-06-11 2');
  });

  it('gives a value beside a warning, and none beside an error', () => {
    expect(evaluate("'abc' > 1", 'form')).toMatchObject({ value: false, issues: [{ code: 'wrong_type' }] });
    expect(evaluate('foo() or true()', 'form')).toMatchObject({ value: null, issues: [{ code: 'unknown_function' }] });
    expect(evaluate('1 +', 'form')).toMatchObject({ value: null, issues: [{ code: 'syntax_error' }] });
  });
});

describe('evaluateExpression in score mode', () => {
  it.each<[source: string, values: Values, value: unknown]>([
    ['0.1 + 0.2 = 0.3', {}, true],
    ['1 div 3 * 3 = 1', {}, true],
    ['1000 * 3 >= 3 * 1000', {}, true],
    ['${a} + ${b} = 0', { a: 1 }, false],
    ['${a} + ${b} = 0', { a: 0 }, null],
    ['${a} = ${b}', {}, null],
    ['${a} >= 0', {}, true],
    ["true() or ${u} = 'yes'", {}, true],
    ["false() and ${u} = 'yes'", {}, false],
    ["${u} = 'yes'", {}, null],
    ["${u} = 'yes'", { u: 'yes' }, true],
    ["${u} = 'yes'", { u: 5 }, false],
    ['${a} = 12', { a: '12' }, true],
    ['${flag}', { flag: true }, true],
    ['sum(${x}) = 0', { x: [0, 0, null] }, null],
    ['sum(${x}) = 0', { x: [0, 1, null] }, false],
    ['sum(${x})', { x: [1, '2', 0.5] }, 3.5],
    ['sum(${x})', { x: [] }, 0],
    ['sum(${x})', { x: 5 }, 5],
    ['sum(${x}) = 0', {}, null],
    ['sum(${x} + ${y})', { x: [1, 2], y: [3, 4] }, 10],
    ['sum(${x} + ${y})', { x: [1, 2], y: [3] }, null],
    ['sum(${x}) * ${c}', { x: [1, 2], c: 3 }, 9],
    ["all(${x} = 'yes')", { x: ['yes', 'no', null] }, false],
    ["all(${x} = 'yes')", { x: ['yes', 'yes', null] }, null],
    ["all(${x} = 'yes')", { x: ['yes', 'yes'] }, true],
    ['all(${x})', { x: ['yes', 'no'] }, false],
    ['count-villages()', {}, 1],
    ['count-villages()', { x: [1, 2, 3] }, 3],
    ['all(count-villages() = 2 and ${x} > 0)', { x: [1, 2], other: [1, 2, 3] }, true],
    ["selected(${x}, 'b')", { x: ['a', 'b'] }, true],
    ["count-if(selected(${x}, 'a') and ${y} > 0)", { x: ['a', 'b'], y: [1, 0, 2] }, 2],
    ['previous(${a}) > 0', { a: 5 }, null],
    ['100 * sum(${a}) > 80 * sum(${b})', { a: [16], b: [20] }, false],
  ])('%j of %j is %j', (source, values, value) => {
    expect(evaluate(source, 'score', values)).toEqual({ value, issues: [] });
  });

  it('does not take a list by village for one answer', () => {
    expect(evaluate('${x} > 1', 'score', { x: [1, 2] }).issues).toMatchObject([{ code: 'village_question_bare' }]);
    expect(evaluate('sum(${x}) > ${x}', 'score', { x: ['1'] }).issues).toMatchObject([
      { code: 'village_question_bare' },
    ]);
  });
});

it('gives the same result each time, for any text and values, and never throws', () => {
  const scraps = fc.constantFrom(
    '${a}',
    '${b}',
    '(',
    ')',
    ',',
    '.',
    '1',
    "'x'",
    ' and ',
    '-',
    '*',
    '<',
    'sum',
    'if',
    'not',
    'round',
  );
  const source = fc.array(scraps, { maxLength: 12 }).map((parts) => parts.join(' '));
  const value = fc.oneof(
    fc.double(),
    fc.string(),
    fc.boolean(),
    fc.array(fc.option(fc.oneof(fc.string(), fc.integer()))),
    fc.constant(null),
  );
  fc.assert(
    fc.property(source, fc.record({ a: value, b: value }), fc.constantFrom('form', 'score'), (text, values, mode) => {
      const first = evaluate(text, mode, values);
      expect(evaluate(text, mode, values)).toEqual(first);
      expect(JSON.parse(JSON.stringify({ value: first.value }))).toEqual({
        value: first.value === 0 ? 0 : first.value,
      });
    }),
    { numRuns: 1000 },
  );
});
