import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers, Value } from '../../value.ts';
import type { ValueKind } from '../kind.ts';
import { parseExpression } from '../parse.ts';
import { asNumber, asTruth } from './coerce.ts';
import { compileScore } from './compile.ts';
import { compare } from './exact.ts';
import { type ScoreScope, unitScope } from './scope.ts';
import type { NumberValue } from './value.ts';

const kinds = new Map<string, ValueKind>([
  ['a', 'number'],
  ['b', 'number'],
  ['t', 'string'],
]);
const villageKinds = new Map<string, ValueKind>([
  ['x', 'number'],
  ['y', 'number'],
  ['s', 'string'],
]);

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

  it.each(['.', 'column', 'today()', 'all(1, 2)', 'sum(all(1))'])(
    'refuses %s, which the checker would have refused',
    (source) => {
      expect(() => compiled(source)).toThrow();
    },
  );
});

/** What one unit may answer; `undefined` is not known yet, `skipped` is not asked. */
type Fact = Value | undefined | typeof skipped;
const skipped = Symbol('not asked');
interface World {
  commune: Record<string, Fact>;
  villages: (Record<string, Fact> | null)[];
  previous: World | null;
}

function scopeOf(world: World): ScoreScope {
  const unit = (facts: Record<string, Fact> | null, of: ReadonlyMap<string, ValueKind>, more: object) => {
    const entries = Object.entries(facts ?? {});
    const notAsked = new Set(entries.filter(([, fact]) => fact === skipped).map(([name]) => name));
    const answers = Object.fromEntries(entries.filter(([, fact]) => fact !== skipped)) as Answers;
    return unitScope({ kinds: of, answers: facts && answers, notAsked, ...more });
  };
  const villages: ScoreScope[] = [];
  const previous = world.previous && scopeOf(world.previous);
  const commune = unit(world.commune, kinds, { villages, previous });
  for (const facts of world.villages) villages.push(unit(facts, villageKinds, { outer: commune }));
  return commune;
}

const count = fc.oneof(fc.nat({ max: 4 }), fc.constantFrom(0.1, 0.3, 2.5));
const fact = (value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: fc.constant(skipped) });
const text = fc.constantFrom('yes', 'no', 'x', '3');
const communeFacts = fc.record({ a: fact(count), b: fact(count), t: fact(text) });
const villageFacts = fc.record({ x: fact(count), y: fact(count), s: fact(text) });
const settledRound = fc.record({
  commune: communeFacts,
  villages: fc.array(villageFacts, { maxLength: 3 }),
  previous: fc.constant(null),
});

/** The same facts with some of them not known yet. */
function forget<T extends Record<string, Fact>>(facts: T, kept: () => boolean): Record<string, Fact> {
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, kept() ? fact : undefined]));
}

const twoStages = fc
  .tuple(settledRound, fc.option(settledRound), fc.infiniteStream(fc.boolean()))
  .map(([now, before, coins]) => {
    const kept = () => coins.next().value as boolean;
    const partly = (world: World): World => ({
      commune: forget(world.commune, kept),
      villages: world.villages.map((facts) => (facts && kept() ? forget(facts, kept) : null)),
      previous: world.previous && kept() ? partly(world.previous) : null,
    });
    const later: World = { ...now, previous: before };
    return { earlier: partly(later), later };
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

function contains(outer: NumberValue, inner: NumberValue): boolean {
  const lowEnough = outer.lo === null || (inner.lo !== null && compare(outer.lo, inner.lo) <= 0);
  return lowEnough && (outer.hi === null || (inner.hi !== null && compare(outer.hi, inner.hi) >= 0));
}

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
