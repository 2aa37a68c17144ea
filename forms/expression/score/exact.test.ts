import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exact } from './exact.ts';
import * as exact from './exact.ts';

/** The plainest correct arithmetic to compare with: fractions that are never reduced. */
type Fraction = { n: bigint; d: bigint };
const fractionOf = (a: Exact): Fraction => (typeof a === 'number' ? { n: BigInt(a), d: 1n } : a);
const same = (a: Exact, b: Fraction) => {
  const { n, d } = fractionOf(a);
  return n * b.d === b.n * d;
};

const exacts = fc.oneof(
  fc.maxSafeInteger().map((n): Exact => n),
  fc.integer({ min: -20, max: 20 }).map((n): Exact => n),
  fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 1, max: 60 })).map(([n, d]) => exact.div(n, d)),
  fc.tuple(fc.bigInt({ max: 10n ** 40n }), fc.integer({ min: 0, max: 30 })).map(([n, places]) => {
    const digits = String(n < 0n ? -n : n).padStart(places + 1, '0');
    const at = digits.length - places;
    return exact.exactFromText(`${n < 0n ? '-' : ''}${digits.slice(0, at)}.${digits.slice(at)}`)!;
  }),
);

function isCanonical(a: Exact): boolean {
  if (typeof a === 'number') return Number.isSafeInteger(a) && !Object.is(a, -0);
  const gcd = (x: bigint, y: bigint): bigint => (y === 0n ? x : gcd(y, x % y));
  const isSafe = a.d === 1n && a.n <= BigInt(Number.MAX_SAFE_INTEGER) && a.n >= -BigInt(Number.MAX_SAFE_INTEGER);
  return a.d > 0n && gcd(a.n < 0n ? -a.n : a.n, a.d) === 1n && !isSafe;
}

describe('exactFromNumber', () => {
  it.each<[number: number, n: bigint, d: bigint]>([
    [999.9, 9999n, 10n],
    [0.1, 1n, 10n],
    [-2.5, -5n, 2n],
    [1e21, 10n ** 21n, 1n],
    [1.5e-7, 15n, 10n ** 8n],
    [2 ** 53, 9007199254740992n, 1n],
    [-0, 0n, 1n],
  ])('reads %d as it is written', (number, n, d) => {
    expect(same(exact.exactFromNumber(number)!, { n, d })).toBe(true);
  });

  it.each([Number.NaN, Infinity, -Infinity])('has no exact value for %d', (number) => {
    expect(exact.exactFromNumber(number)).toBeNull();
  });

  it('is given back by toNumber for every finite double', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(exact.toNumber(exact.exactFromNumber(number)!)).toBe(number === 0 ? 0 : number);
      }),
    );
  });
});

describe('exactFromText', () => {
  it.each<[text: string, n: bigint, d: bigint]>([
    ['12', 12n, 1n],
    [' -0.50 ', -1n, 2n],
    ['.5', 1n, 2n],
    ['7.', 7n, 1n],
    ['+3', 3n, 1n],
    ['123456789012345678901234567890', 123456789012345678901234567890n, 1n],
  ])('reads %j', (text, n, d) => {
    expect(same(exact.exactFromText(text)!, { n, d })).toBe(true);
  });

  it.each(['', '.', '-', '1e3', '1,5', '0x10', 'NaN', 'Infinity', '1 2', '9'.repeat(5000)])(
    'finds no number in %j',
    (text) => {
      expect(exact.exactFromText(text)).toBeNull();
    },
  );
});

describe('exact arithmetic', () => {
  it('agrees with unreduced fractions, and its results are canonical', () => {
    fc.assert(
      fc.property(exacts, exacts, (a, b) => {
        const [x, y] = [fractionOf(a), fractionOf(b)];
        const results: [Exact, Fraction][] = [
          [exact.add(a, b), { n: x.n * y.d + y.n * x.d, d: x.d * y.d }],
          [exact.sub(a, b), { n: x.n * y.d - y.n * x.d, d: x.d * y.d }],
          [exact.mul(a, b), { n: x.n * y.n, d: x.d * y.d }],
          [exact.negate(a), { n: -x.n, d: x.d }],
        ];
        if (b !== 0) results.push([exact.div(a, b), { n: x.n * y.d, d: x.d * y.n }]);
        for (const [result, expected] of results) {
          expect(same(result, expected)).toBe(true);
          expect(isCanonical(result)).toBe(true);
        }
        const difference = x.n * y.d - y.n * x.d;
        expect(Math.sign(exact.compare(a, b))).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
        expect(exact.sign(a)).toBe(Math.sign(exact.compare(a, 0)));
      }),
    );
  });

  it('rounds to whole numbers on the right side', () => {
    fc.assert(
      fc.property(exacts, (a) => {
        const [down, up, near] = [exact.floor(a), exact.ceil(a), exact.round(a)];
        expect(exact.compare(down, a)).toBeLessThanOrEqual(0);
        expect(exact.compare(a, exact.add(down, 1))).toBeLessThan(0);
        expect(exact.compare(exact.sub(up, 1), a)).toBeLessThan(0);
        expect(exact.compare(a, up)).toBeLessThanOrEqual(0);
        expect(exact.trunc(a)).toEqual(exact.sign(a) < 0 ? up : down);
        expect(near).toEqual(exact.floor(exact.add(a, exact.div(1, 2))));
      }),
    );
  });

  it.each<[text: string, places: number, rounded: string]>([
    ['2.5', 0, '3'],
    ['-2.5', 0, '-2'],
    ['2.345', 2, '2.35'],
    ['-2.345', 2, '-2.34'],
    ['99.95', 1, '100'],
    ['1250', -2, '1300'],
    ['1249.9', -2, '1200'],
    ['7', 3, '7'],
  ])('rounds %s to %d places as %s', (text, places, rounded) => {
    expect(exact.round(exact.exactFromText(text)!, places)).toEqual(exact.exactFromText(rounded));
  });

  it('knows a number that has grown past all meaning', () => {
    expect(exact.isHuge(exact.exactFromNumber(Number.MAX_VALUE)!)).toBe(false);
    expect(exact.isHuge(exact.exactFromText(`1${'0'.repeat(2000)}`)!)).toBe(true);
    expect(exact.isHuge(exact.exactFromText(`0.${'0'.repeat(2000)}1`)!)).toBe(true);
  });
});
