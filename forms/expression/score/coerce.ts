import { daysOf } from '../date.ts';
import { exactFromNumber, exactFromText, sign, toNumber } from './exact.ts';
import { anyNumber, exactly, type NumberValue, type ScoreValue, unknownCount } from './value.ts';

const zero = exactly(0);
const one = exactly(1);
const zeroOrOne: NumberValue = { kind: 'number', lo: 0, hi: 1 };

/**
 * The answers that mean yes and no. Unlike ODK, where any text is true, because `all(${hotline_board})` must not hold of a
 * village that answered "no"; other text is neither, and leaves a verdict open.
 */
const yes = new Set(['yes', 'true', '1', 'OK']);
const no = new Set(['no', 'false', '0', '']);

/** The value where a number is wanted. Text that is no number or date could be anything, so that it never decides a verdict. */
export function asNumber(value: ScoreValue): NumberValue {
  switch (value.kind) {
    case 'number':
      return value;
    case 'unknown':
      return unknownCount;
    case 'not_asked':
      return zero;
    case 'boolean':
      return value.value === null ? zeroOrOne : value.value ? one : zero;
    case 'text':
      return (value.value === null ? null : numberOfText(value.value)) ?? anyNumber;
    case 'list':
      return (value.value === null ? null : numberOfText(value.value.join(' '))) ?? anyNumber;
  }
}

/** A numeral, or a date as its days since 1970-01-01. */
export function numberOfText(text: string): NumberValue | null {
  const exact = exactFromText(text) ?? exactFromNumber(daysOf(text));
  return exact === null ? null : exactly(exact);
}

/** The value as a condition; `null` while unknown. */
export function asTruth(value: ScoreValue): boolean | null {
  switch (value.kind) {
    case 'boolean':
      return value.value;
    case 'number':
      if (value.lo === 0 && value.hi === 0) return false;
      return (value.lo !== null && sign(value.lo) > 0) || (value.hi !== null && sign(value.hi) < 0) ? true : null;
    case 'text':
      return value.value === null ? null : yes.has(value.value) ? true : no.has(value.value) ? false : null;
    case 'list':
      return value.value === null ? null : value.value.length > 0;
    case 'unknown':
      return null;
    case 'not_asked':
      return false;
  }
}

/** The value as text, a list being its choices parted by spaces as in XForms; `null` while unknown. */
export function asText(value: ScoreValue): string | null {
  switch (value.kind) {
    case 'text':
      return value.value;
    case 'number':
      return value.lo !== null && value.lo === value.hi ? String(toNumber(value.lo)) : null;
    case 'boolean':
      return value.value === null ? null : String(value.value);
    case 'list':
      return value.value === null ? null : value.value.join(' ');
    case 'unknown':
      return null;
    case 'not_asked':
      return '';
  }
}

/** The choices selected; `null` while unknown. */
export function asList(value: ScoreValue): readonly string[] | null {
  if (value.kind === 'list') return value.value;
  const text = asText(value);
  return text === null ? null : text.split(/\s+/).filter((choice) => choice !== '');
}
