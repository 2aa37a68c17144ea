import { asNumber, asText, asTruth, numberOfText } from './coerce.ts';
import { compare } from './exact.ts';
import { isPoint } from './interval.ts';
import type { NumberValue, ScoreValue } from './value.ts';

/**
 * Whether two values are equal: true or false once that holds of everything they could still be, else `null`. As in XPath, a
 * boolean on either side compares both as conditions, else a number compares both as numbers, else both are text.
 */
export function equal(a: ScoreValue, b: ScoreValue): boolean | null {
  if (a.kind === 'boolean' || b.kind === 'boolean') {
    const [left, right] = [asTruth(a), asTruth(b)];
    return left === null || right === null ? null : left === right;
  }
  if (a.kind === 'number') return equalsNumber(a, b);
  if (b.kind === 'number') return equalsNumber(b, a);
  const [left, right] = [asText(a), asText(b)];
  return left === null || right === null ? null : left === right;
}

function equalsNumber(a: NumberValue, other: ScoreValue): boolean | null {
  if ((other.kind === 'text' || other.kind === 'list') && other.value !== null) {
    const text = asText(other) ?? '';
    const b = numberOfText(text);
    if (b !== null) return equalNumbers(a, b);
    // A word is not a number under any reading, so `5 = 'yes'` is settled; an unknown count may turn out not to be asked: `''`.
    return text === '' && !isPoint(a) ? null : false;
  }
  return equalNumbers(a, asNumber(other));
}

function equalNumbers(a: NumberValue, b: NumberValue): boolean | null {
  const notAbove = less(a, b, true);
  if (notAbove === false) return false;
  const notBelow = less(b, a, true);
  return notBelow === false ? false : notAbove && notBelow;
}

/** Whether `a < b`, or with `orEqual` whether `a <= b`; `null` while the bounds leave it open. */
export function less(a: NumberValue, b: NumberValue, orEqual: boolean): boolean | null {
  if (a.hi !== null && b.lo !== null) {
    const order = compare(a.hi, b.lo);
    if (orEqual ? order <= 0 : order < 0) return true;
  }
  if (a.lo !== null && b.hi !== null) {
    const order = compare(a.lo, b.hi);
    if (orEqual ? order > 0 : order >= 0) return false;
  }
  return null;
}
