import { daysOf } from '../date.ts';
import type { FormValue } from './scope.ts';

/** XPath's numeral: no exponent, no plus sign, and XML's spaces around it only. */
const NUMERAL = /^[ \t\r\n]*-?(?:\d+(?:\.\d*)?|\.\d+)[ \t\r\n]*$/;

/** XPath's number(): a blank or a word is NaN; an ISO date is its days since 1970-01-01, as in ODK. */
export function toNumber(value: FormValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const text = toText(value);
  return NUMERAL.test(text) ? Number(text) : daysOf(text);
}

/** XPath's boolean(): text is true unless blank, so `'false'` and `'no'` are true; NaN and 0 are false. */
export function toBoolean(value: FormValue): boolean {
  if (typeof value === 'boolean') return value;
  return typeof value === 'number' ? value !== 0 && !Number.isNaN(value) : value.length > 0;
}

/** XPath's string(): a number without an exponent; a list as its choices parted by spaces. */
export function toText(value: FormValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  return typeof value === 'boolean' ? String(value) : value.join(' ');
}

/** The choices of a select_multiple, however it is stored. */
export function toList(value: FormValue): string[] {
  return Array.isArray(value) ? value : toText(value).split(/\s+/).filter(Boolean);
}

/** No answer, which for a calculated number is NaN. */
export function isBlank(value: FormValue): boolean {
  return typeof value === 'number' ? Number.isNaN(value) : value === '' || (Array.isArray(value) && value.length === 0);
}

/** XPath's `=`: a boolean on either side compares both as booleans, else a number both as numbers, else both are text. */
export function isEqual(a: FormValue, b: FormValue): boolean {
  if (typeof a === 'boolean' || typeof b === 'boolean') return toBoolean(a) === toBoolean(b);
  if (typeof a === 'number' || typeof b === 'number') return toNumber(a) === toNumber(b);
  return toText(a) === toText(b);
}

function numberText(value: number): string {
  if (value === 0) return '0';
  const text = String(value);
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const power = Number(exponent);
  const digits = whole + fraction;
  return power > 0 ? `${sign}${digits.padEnd(power + 1, '0')}` : `${sign}0.${'0'.repeat(-power - 1)}${digits}`;
}
