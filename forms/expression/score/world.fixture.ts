import fc from 'fast-check';
import type { Answers, Value } from '../../value.ts';
import type { ValueKind } from '../kind.ts';
import { compare } from './exact.ts';
import { type ScoreScope, unitScope } from './scope.ts';
import type { NumberValue } from './value.ts';

export const communeKinds: ReadonlyMap<string, ValueKind> = new Map([
  ['a', 'number'],
  ['b', 'number'],
  ['t', 'string'],
  ['l', 'list'],
  ['f', 'boolean'],
]);
export const villageKinds: ReadonlyMap<string, ValueKind> = new Map([
  ['x', 'number'],
  ['y', 'number'],
  ['s', 'string'],
  ['m', 'list'],
]);

/** What one unit may answer; `undefined` is not known yet, `skipped` is not asked. */
type Fact = Value | undefined | typeof skipped;
const skipped = Symbol('not asked');
export interface World {
  commune: Record<string, Fact>;
  villages: (Record<string, Fact> | null)[];
  previous: World | null;
}

/** One other round stands for the previous one and the baseline; its villages are matched by their places. */
export function scopeOf(world: World): ScoreScope {
  const unit = (facts: Record<string, Fact> | null, of: ReadonlyMap<string, ValueKind>, more: object) => {
    const entries = Object.entries(facts ?? {});
    const notAsked = new Set(entries.filter(([, fact]) => fact === skipped).map(([name]) => name));
    const answers = Object.fromEntries(entries.filter(([, fact]) => fact !== skipped)) as Answers;
    return unitScope({ kinds: of, answers: facts && answers, notAsked, ...more });
  };
  const villages: ScoreScope[] = [];
  const previous = world.previous && scopeOf(world.previous);
  const commune = unit(world.commune, communeKinds, { villages, previous, baseline: previous });
  for (const [index, facts] of world.villages.entries()) {
    const before = previous?.villages?.[index] ?? null;
    villages.push(unit(facts, villageKinds, { outer: commune, previous: before, baseline: before }));
  }
  return commune;
}

const count = fc.oneof(fc.nat({ max: 4 }), fc.constantFrom(0.1, 0.3, 2.5));
const fact = (value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: fc.constant(skipped) });
const text = fc.constantFrom('yes', 'no', 'x', '3');
const list = fc.subarray(['x', 'y', '3'], { minLength: 1 });
const communeFacts = fc.record({ a: fact(count), b: fact(count), t: fact(text), l: fact(list), f: fact(fc.boolean()) });
const villageFacts = fc.record({ x: fact(count), y: fact(count), s: fact(text), m: fact(list) });
const settledRound = fc.record({
  commune: communeFacts,
  villages: fc.array(villageFacts, { maxLength: 3 }),
  previous: fc.constant(null),
});

/** The same facts with some of them not known yet. */
function forget<T extends Record<string, Fact>>(facts: T, kept: () => boolean): Record<string, Fact> {
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, kept() ? fact : undefined]));
}

/** A commune as it will be once everything has arrived, and at some time before. */
export const twoStages = fc
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

/** Whether one range of numbers lies within another. */
export function contains(outer: NumberValue, inner: NumberValue): boolean {
  const lowEnough = outer.lo === null || (inner.lo !== null && compare(outer.lo, inner.lo) <= 0);
  return lowEnough && (outer.hi === null || (inner.hi !== null && compare(outer.hi, inner.hi) >= 0));
}
