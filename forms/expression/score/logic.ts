import { asText } from './coerce.ts';
import { sign } from './exact.ts';
import { hull, isPoint } from './interval.ts';
import { exactly, type ScoreValue, truthValue, unknown, unknownList, unknownText } from './value.ts';

/** Kleene's three-valued `and`: false as soon as one is. */
export function and(a: boolean | null, b: boolean | null): boolean | null {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}

/** Kleene's three-valued `or`: true as soon as one is. */
export function or(a: boolean | null, b: boolean | null): boolean | null {
  if (a === true || b === true) return true;
  return a === null || b === null ? null : false;
}

export function not(a: boolean | null): boolean | null {
  return a === null ? null : !a;
}

/**
 * What is known of a value that will turn out to be one of two. Of two kinds of value it is the unknown text, which may be
 * anything; a question not asked joins the kind of the other.
 */
export function either(a: ScoreValue, b: ScoreValue): ScoreValue {
  if (a === b) return a;
  if (a.kind === 'not_asked') return orNotAsked(b);
  if (b.kind === 'not_asked') return orNotAsked(a);
  if (a.kind === 'number' && b.kind === 'number') return hull(a, b);
  if (a.kind === 'boolean' && b.kind === 'boolean') return truthValue(a.value === b.value ? a.value : null);
  if (a.kind === 'list' && b.kind === 'list') return asText(a) !== null && asText(a) === asText(b) ? a : unknownList;
  if (a.kind === 'text' && b.kind === 'text') return a.value === b.value ? a : unknownText;
  return isCount(a) && isCount(b) ? unknown : unknownText;
}

function orNotAsked(value: ScoreValue): ScoreValue {
  switch (value.kind) {
    case 'number': {
      const withZero = hull(value, exactly(0));
      // 0 and not being asked differ where text is wanted, so that even then the value is not settled.
      return isPoint(withZero) ? unknown : withZero;
    }
    case 'boolean':
      return truthValue(null);
    case 'list':
      return unknownList;
    case 'text':
      return unknownText;
    default:
      return value;
  }
}

/** Whether the value is a number from 0 up where a number is wanted, which is all that `unknown` says. */
function isCount(value: ScoreValue): boolean {
  return value.kind === 'unknown' || (value.kind === 'number' && value.lo !== null && sign(value.lo) >= 0);
}
