import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpression } from '../parse.ts';
import { asNumber, asTruth } from './coerce.ts';
import { compileScore } from './compile.ts';
import type { ScoreScope } from './scope.ts';
import { contains, scopeOf, twoStages } from './world.fixture.ts';

const compiled = (source: string) => compileScore(parseExpression(source).ast!);

describe('compileScore', () => {
  it('does not evaluate what cannot change a verdict', () => {
    const read: string[] = [];
    const scope: ScoreScope = {
      value(name) {
        read.push(name);
        return { kind: 'boolean', value: name === 'yes' };
      },
      villages: [],
      previous: null,
      baseline: null,
    };
    expect(compiled('${yes} or ${other}')(scope)).toEqual({ kind: 'boolean', value: true });
    expect(compiled('${no} and ${other}')(scope)).toEqual({ kind: 'boolean', value: false });
    expect(read).toEqual(['yes', 'no']);
  });

  it.each(['.', '..', 'column', 'today()', 'all(1, 2)', 'sum(all(1))'])(
    'refuses %s, which the checker would have refused',
    (source) => {
      expect(() => compiled(source)).toThrow();
    },
  );
});

/** Counted over every rule of the grammar below, which call one another. */
const depth = { maxDepth: 4, depthIdentifier: fc.createDepthIdentifier(), withCrossShrink: true };

const { number, condition } = fc.letrec<{
  number: string;
  condition: string;
  word: string;
  each: string;
  holds: string;
}>((tie) => {
  const combined = (one: 'number' | 'each', truth: 'condition' | 'holds', leaf: fc.Arbitrary<string>) =>
    fc.oneof(
      depth,
      leaf,
      fc.constantFrom('0', '1', '2.5', '-3'),
      fc
        .tuple(tie(one), fc.constantFrom('+', '-', '*', 'div', 'mod'), tie(one))
        .map(([a, op, b]) => `(${a} ${op} ${b})`),
      tie(one).map((a) => `-(${a})`),
      fc.tuple(fc.constantFrom('int', 'round', 'abs', 'floor', 'number'), tie(one)).map(([name, a]) => `${name}(${a})`),
      fc
        .tuple(fc.constantFrom('min', 'max', 'sum', 'count', 'coalesce'), tie(one), tie(one))
        .map(([name, a, b]) => `${name}(${a}, ${b})`),
      fc.tuple(tie(truth), tie(one), tie(one)).map(([c, a, b]) => `if(${c}, ${a}, ${b})`),
      tie(one).map((a) => `previous(${a})`),
    );
  const conditions = (one: 'number' | 'each', truth: 'condition' | 'holds', leaf: fc.Arbitrary<string>) =>
    fc.oneof(
      depth,
      leaf,
      fc
        .tuple(tie(one), fc.constantFrom('=', '!=', '<', '<=', '>', '>='), tie(one))
        .map(([a, op, b]) => `${a} ${op} ${b}`),
      fc
        .tuple(tie(truth), fc.constantFrom('and', 'or', '=', '!='), tie(truth))
        .map(([a, op, b]) => `(${a}) ${op} (${b})`),
      tie(truth).map((a) => `not(${a})`),
      fc.tuple(tie(one), tie(truth), tie(truth)).map(([k, a, b]) => `checklist(${k}, -1, ${a}, ${b}, true())`),
      fc
        .tuple(tie(truth), tie(one), tie(one))
        .map(([a, w, limit]) => `weighted-checklist(1, ${limit}, ${a}, ${w}, true(), 1)`),
      fc.tuple(tie(truth), tie(one), tie('word')).map(([c, a, w]) => `if(${c}, ${a}, ${w}) = ${w}`),
    );
  const aggregates = fc.oneof(
    fc.tuple(fc.constantFrom('sum', 'min', 'max', 'count'), tie('each')).map(([name, a]) => `${name}(${a})`),
    tie('holds').map((a) => `count-if(${a})`),
    fc.constant('count-villages()'),
  );
  const verdicts = fc.tuple(fc.constantFrom('all', 'any'), tie('holds')).map(([name, a]) => `${name}(${a})`);
  return {
    number: combined('number', 'condition', fc.oneof(fc.constantFrom('${a}', '${b}'), aggregates)),
    condition: conditions(
      'number',
      'condition',
      fc.oneof(
        tie('word').map((w) => `\${t} = ${w}`),
        verdicts,
      ),
    ),
    each: combined('each', 'holds', fc.constantFrom('${x}', '${y}', '${a}')),
    holds: conditions(
      'each',
      'holds',
      tie('word').map((w) => `\${s} = ${w}`),
    ),
    word: fc.constantFrom("'yes'", "'x'", "'3'", "''", '${t}', "coalesce(${t}, 'x')"),
  };
});

describe('what arrives later', () => {
  it('settles a verdict or leaves it, and never unsettles one', () => {
    fc.assert(
      fc.property(condition, twoStages, (source, { earlier, later }) => {
        const run = compiled(source);
        const before = asTruth(run(scopeOf(earlier)));
        if (before !== null) expect(asTruth(run(scopeOf(later)))).toBe(before);
      }),
      { numRuns: 1500 },
    );
  });

  it('narrows the bounds of a number and never leaves them', () => {
    fc.assert(
      fc.property(number, twoStages, (source, { earlier, later }) => {
        const run = compiled(source);
        expect(contains(asNumber(run(scopeOf(earlier))), asNumber(run(scopeOf(later))))).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});
