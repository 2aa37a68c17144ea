import type { Exact } from './exact.ts';
import * as exact from './exact.ts';
import { anyNumber, exactly, type NumberValue } from './value.ts';

/**
 * Interval arithmetic: the result holds every value that the operands could still take, so what arrives later only narrows it.
 * Operands are taken as independent (`${x} - ${x}` of an unknown x is not known to be 0).
 */

/** Whether the number is known exactly. */
export function isPoint(a: NumberValue): a is NumberValue & { lo: Exact; hi: Exact } {
  return a.lo !== null && a.hi !== null && (a.lo === a.hi || exact.compare(a.lo, a.hi) === 0);
}

export function add(a: NumberValue, b: NumberValue): NumberValue {
  if (isPoint(a) && isPoint(b)) return point(exact.add(a.lo, b.lo));
  return between(
    a.lo === null || b.lo === null ? null : exact.add(a.lo, b.lo),
    a.hi === null || b.hi === null ? null : exact.add(a.hi, b.hi),
  );
}

export function negate(a: NumberValue): NumberValue {
  return between(a.hi === null ? null : exact.negate(a.hi), a.lo === null ? null : exact.negate(a.lo));
}

export function sub(a: NumberValue, b: NumberValue): NumberValue {
  return add(a, negate(b));
}

export function mul(a: NumberValue, b: NumberValue): NumberValue {
  if (isPoint(a) && isPoint(b)) return point(exact.mul(a.lo, b.lo));
  const ends = [a.lo ?? -Infinity, a.hi ?? Infinity].flatMap((x) =>
    [b.lo ?? -Infinity, b.hi ?? Infinity].map((y) => mulEnds(x, y)),
  );
  return between(finite(ends.reduce(lesser)), finite(ends.reduce(greater)));
}

/** Dividing by what could be 0 says nothing: the quotient may be any number, or none. */
export function div(a: NumberValue, b: NumberValue): NumberValue {
  if (!excludesZero(b)) return anyNumber;
  if (isPoint(a) && isPoint(b)) return point(exact.div(a.lo, b.lo));
  return mul(a, between(b.hi === null ? 0 : exact.div(1, b.hi), b.lo === null ? 0 : exact.div(1, b.lo)));
}

/** The remainder after division towards zero, with the sign of the dividend, as in XPath. */
export function mod(a: NumberValue, b: NumberValue): NumberValue {
  if (!excludesZero(b)) return anyNumber;
  if (isPoint(a) && isPoint(b)) {
    return point(exact.sub(a.lo, exact.mul(b.lo, exact.trunc(exact.div(a.lo, b.lo)))));
  }
  // The remainder is no larger than either operand.
  const most = lesser(abs(a).hi ?? Infinity, abs(b).hi ?? Infinity);
  const below = a.lo === null || exact.sign(a.lo) < 0;
  const above = a.hi === null || exact.sign(a.hi) > 0;
  return between(below ? finite(negateEnd(most)) : 0, above ? finite(most) : 0);
}

export function abs(a: NumberValue): NumberValue {
  if (a.lo !== null && exact.sign(a.lo) >= 0) return a;
  if (a.hi !== null && exact.sign(a.hi) <= 0) return negate(a);
  return between(0, a.lo === null || a.hi === null ? null : finite(greater(exact.negate(a.lo), a.hi)));
}

/** Applies a function that never falls, such as rounding, to both ends. */
export function increasing(a: NumberValue, apply: (end: Exact) => Exact): NumberValue {
  if (isPoint(a)) return point(apply(a.lo));
  return between(a.lo === null ? null : apply(a.lo), a.hi === null ? null : apply(a.hi));
}

export function least(a: NumberValue, b: NumberValue): NumberValue {
  return between(
    a.lo === null || b.lo === null ? null : finite(lesser(a.lo, b.lo)),
    a.hi === null ? b.hi : b.hi === null ? a.hi : finite(lesser(a.hi, b.hi)),
  );
}

export function greatest(a: NumberValue, b: NumberValue): NumberValue {
  return negate(least(negate(a), negate(b)));
}

/** The smallest interval that holds both. */
export function hull(a: NumberValue, b: NumberValue): NumberValue {
  return between(
    a.lo === null || b.lo === null ? null : finite(lesser(a.lo, b.lo)),
    a.hi === null || b.hi === null ? null : finite(greater(a.hi, b.hi)),
  );
}

/** A bound that has grown huge is let go, which keeps the interval true and the cost bounded. */
function between(lo: Exact | null, hi: Exact | null): NumberValue {
  if (lo !== null && lo === hi) return point(lo);
  return {
    kind: 'number',
    lo: lo === null || exact.isHuge(lo) ? null : lo,
    hi: hi === null || exact.isHuge(hi) ? null : hi,
  };
}

function point(value: Exact): NumberValue {
  return exact.isHuge(value) ? anyNumber : exactly(value);
}

function excludesZero(a: NumberValue): boolean {
  return (a.lo !== null && exact.sign(a.lo) > 0) || (a.hi !== null && exact.sign(a.hi) < 0);
}

/** An end of an interval: exact, or one of JavaScript's infinities. */
type End = Exact;

function finite(end: End): Exact | null {
  return end === Infinity || end === -Infinity ? null : end;
}

function negateEnd(end: End): End {
  return typeof end === 'number' ? 0 - end : exact.negate(end);
}

/** 0 times a value without bound is 0: every value the other factor can take is finite. */
function mulEnds(a: End, b: End): End {
  if (finite(a) !== null && finite(b) !== null) return exact.mul(a, b);
  const signs = exact.sign(a) * exact.sign(b);
  return signs === 0 ? 0 : signs * Infinity;
}

function lesser(a: End, b: End): End {
  if (a === -Infinity || b === Infinity) return a;
  if (b === -Infinity || a === Infinity) return b;
  return exact.compare(a, b) <= 0 ? a : b;
}

function greater(a: End, b: End): End {
  return lesser(a, b) === a ? b : a;
}
