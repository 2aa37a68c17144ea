import type { Measure } from '../definition/schema.ts';
import { equal, less } from '../expression/score/compare.ts';
import { sign } from '../expression/score/exact.ts';
import { isPoint } from '../expression/score/interval.ts';
import type { NumberValue } from '../expression/score/value.ts';
import type { Measured } from './measure.ts';

/** Whether a measure is met; null while that is open. `reason` is set where 0 of 0 decided. */
export interface Verdict {
  met: boolean | null;
  reason: 'vacuous' | 'invalid_zero' | null;
}

/**
 * Compares numerator and threshold as exact numbers; the verdict stands only when every value within their bounds gives it.
 *
 * With `empty: met`, 0 of 0 is met (`vacuous`). With `empty: invalid`, a denominator of 0 is an error in the input and decides
 * nothing (`invalid_zero`). While 0 of 0 is only possible, a verdict that it would overturn is not given.
 */
export function verdict(
  { comparison, target, empty }: Measure,
  { numerator, denominator, threshold }: Measured,
): Verdict {
  const met = compared(numerator, comparison, threshold);
  if (denominator && empty === 'met' && canBeZero(denominator) && canBeZero(numerator)) {
    if (isPoint(denominator) && isPoint(numerator)) return { met: true, reason: 'vacuous' };
    // Below any figure above 0, and where that is 0 too, nothing arose.
    const none = comparison === '<' && target > 0 && isPoint(numerator);
    return { met: met === true || none ? true : null, reason: null };
  }
  if (denominator && empty === 'invalid' && canBeZero(denominator)) {
    return { met: null, reason: isPoint(denominator) ? 'invalid_zero' : null };
  }
  return { met, reason: null };
}

function compared(a: NumberValue, comparison: Measure['comparison'], b: NumberValue): boolean | null {
  switch (comparison) {
    case '=':
      return equal(a, b);
    case '<':
      return less(a, b, false);
    case '<=':
      return less(a, b, true);
    case '>':
      return less(b, a, false);
    case '>=':
      return less(b, a, true);
  }
}

function canBeZero({ lo, hi }: NumberValue): boolean {
  return (lo === null || sign(lo) <= 0) && (hi === null || sign(hi) >= 0);
}
