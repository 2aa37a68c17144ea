import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exact } from './exact.ts';
import * as exact from './exact.ts';
import * as interval from './interval.ts';
import { anyNumber, exactly, type NumberValue } from './value.ts';

const between = (lo: number | null, hi: number | null): NumberValue => ({ kind: 'number', lo, hi });

const members = fc.oneof(
  fc.integer({ min: -30, max: 30 }).map((n): Exact => n),
  fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 9 })).map(([n, d]) => exact.div(n, d)),
);

/** An interval with a number that lies in it. */
const held = fc.tuple(members, fc.option(members), fc.option(members)).map(([member, below, above]) => {
  const lo = below === null ? null : exact.compare(below, member) < 0 ? below : member;
  const hi = above === null ? null : exact.compare(above, member) > 0 ? above : member;
  return { member, interval: { kind: 'number', lo, hi } satisfies NumberValue };
});

function contains(outer: NumberValue, inner: NumberValue): boolean {
  const lowEnough = outer.lo === null || (inner.lo !== null && exact.compare(outer.lo, inner.lo) <= 0);
  const highEnough = outer.hi === null || (inner.hi !== null && exact.compare(outer.hi, inner.hi) >= 0);
  return lowEnough && highEnough;
}

describe('interval arithmetic', () => {
  it.each<[what: string, result: NumberValue, expected: NumberValue]>([
    ['[1, 2] + [3, ∞)', interval.add(between(1, 2), between(3, null)), between(4, null)],
    ['[1, 2] − [0, ∞)', interval.sub(between(1, 2), between(0, null)), between(null, 2)],
    ['[0, ∞) × 0', interval.mul(between(0, null), exactly(0)), exactly(0)],
    ['[−1, 2] × [−3, 4]', interval.mul(between(-1, 2), between(-3, 4)), between(-6, 8)],
    ['[1, ∞) × −2', interval.mul(between(1, null), exactly(-2)), between(null, -2)],
    ['6 ÷ [2, 3]', interval.div(exactly(6), between(2, 3)), between(2, 3)],
    ['6 ÷ [2, ∞)', interval.div(exactly(6), between(2, null)), between(0, 3)],
    ['5 ÷ [0, 1]', interval.div(exactly(5), between(0, 1)), anyNumber],
    ['0 ÷ 0', interval.div(exactly(0), exactly(0)), anyNumber],
    ['7 mod −3', interval.mod(exactly(7), exactly(-3)), exactly(1)],
    ['−7 mod 3', interval.mod(exactly(-7), exactly(3)), exactly(-1)],
    ['[0, ∞) mod 3', interval.mod(between(0, null), exactly(3)), between(0, 3)],
    ['1 mod 0', interval.mod(exactly(1), exactly(0)), anyNumber],
    ['|[−3, 2]|', interval.abs(between(-3, 2)), between(0, 3)],
    ['|(−∞, −2]|', interval.abs(between(null, -2)), between(2, null)],
    ['min of [1, ∞) and [0, 5]', interval.least(between(1, null), between(0, 5)), between(0, 5)],
    ['max of [1, ∞) and [0, 5]', interval.greatest(between(1, null), between(0, 5)), between(1, null)],
    ['hull of 1 and 5', interval.hull(exactly(1), exactly(5)), between(1, 5)],
    ['floor of [0, ∞)', interval.increasing(between(0, null), exact.floor), between(0, null)],
  ])('%s', (_, result, expected) => {
    expect(result).toEqual(expected);
  });

  it('holds the result of any numbers that its operands hold', () => {
    fc.assert(
      fc.property(held, held, (a, b) => {
        const { add, sub, mul, div, mod, least, greatest, hull } = interval;
        for (const operation of [add, sub, mul, div, mod, least, greatest, hull]) {
          const wide = operation(a.interval, b.interval);
          expect(contains(wide, operation(exactly(a.member), exactly(b.member)))).toBe(true);
        }
        expect(contains(interval.abs(a.interval), interval.abs(exactly(a.member)))).toBe(true);
        expect(contains(interval.negate(a.interval), interval.negate(exactly(a.member)))).toBe(true);
      }),
    );
  });

  it('lets go of bounds that grow without end', () => {
    let value = exactly(exact.div(1, 3));
    for (let i = 0; i < 40; i++) value = interval.mul(value, value);
    expect(value).toEqual(anyNumber);
  });
});
