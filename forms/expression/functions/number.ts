import type { CompiledForm } from '../form/scope.ts';
import { toNumber } from '../form/value.ts';
import { asNumber } from '../score/coerce.ts';
import type { CompiledScore } from '../score/compiled.ts';
import * as exact from '../score/exact.ts';
import * as interval from '../score/interval.ts';
import { anyNumber, type NumberValue } from '../score/value.ts';
import type { FunctionEntry, Parameters } from './entry.ts';

const one: Parameters = { required: ['number'] };
/** Places past which rounding makes no sense, in ODK too. */
const MAX_PLACES = 30;

export const numberFunctions: FunctionEntry[] = [
  {
    name: 'number',
    doc: 'The argument as a number; what is no number is not greater, less or equal to any.',
    parameters: { required: ['any'] },
    argumentNames: ['value'],
    deviation:
      'The argument may not be left out. The time of a date-time is read as its clock shows it, whatever its offset.',
    returns: 'number',
    form: ofNumber((n) => n),
    score: ofInterval((n) => n),
  },
  {
    name: 'int',
    doc: 'The whole part of a number: the fraction is dropped towards 0.',
    parameters: one,
    argumentNames: ['number'],
    returns: 'number',
    form: ofNumber(Math.trunc),
    score: ofInterval((n) => interval.increasing(n, exact.trunc)),
  },
  {
    name: 'floor',
    doc: 'The greatest whole number that is not above the argument.',
    parameters: one,
    argumentNames: ['number'],
    deviation: 'XPath 1.0’s; the ODK specification does not list it.',
    returns: 'number',
    form: ofNumber(Math.floor),
    score: ofInterval((n) => interval.increasing(n, exact.floor)),
  },
  {
    name: 'ceiling',
    doc: 'The least whole number that is not below the argument.',
    parameters: one,
    argumentNames: ['number'],
    deviation: 'XPath 1.0’s; the ODK specification does not list it.',
    returns: 'number',
    form: ofNumber(Math.ceil),
    score: ofInterval((n) => interval.increasing(n, exact.ceil)),
  },
  {
    name: 'round',
    doc: 'The number rounded half up, to a whole number or to so many decimal places.',
    parameters: { required: ['number'], optional: ['number'] },
    argumentNames: ['number', 'places'],
    deviation: 'Rounds the decimal as it is written, so that 1.005 to two places is 1.01, and to 30 places at most.',
    returns: 'number',
    form: ([number, places]) => {
      return (scope) => roundDouble(toNumber(number!(scope)), places ? Math.trunc(toNumber(places(scope))) : 0);
    },
    score: ([number, places]) => {
      return (scope) => {
        const to = places ? placesOf(asNumber(places(scope))) : 0;
        return to === null ? anyNumber : interval.increasing(asNumber(number!(scope)), (end) => exact.round(end, to));
      };
    },
  },
  {
    name: 'abs',
    doc: 'The number without its sign.',
    parameters: one,
    argumentNames: ['number'],
    returns: 'number',
    form: ofNumber(Math.abs),
    score: ofInterval(interval.abs),
  },
  {
    name: 'pow',
    doc: 'The first number raised to the power of the second.',
    parameters: { required: ['number', 'number'] },
    argumentNames: ['base', 'exponent'],
    returns: 'number',
    form: ([base, exponent]) => {
      return (scope) => power(toNumber(base!(scope)), toNumber(exponent!(scope)));
    },
  },
  {
    name: 'sqrt',
    doc: 'The square root.',
    parameters: one,
    argumentNames: ['number'],
    returns: 'number',
    form: ofNumber(Math.sqrt),
  },
  {
    name: 'exp',
    doc: 'e raised to the power of the number.',
    parameters: one,
    argumentNames: ['number'],
    returns: 'number',
    form: ofNumber(Math.exp),
  },
  {
    name: 'exp10',
    doc: '10 raised to the power of the number.',
    parameters: one,
    argumentNames: ['number'],
    returns: 'number',
    form: ofNumber((n) => 10 ** n),
  },
  {
    name: 'log',
    doc: 'The natural logarithm.',
    parameters: one,
    argumentNames: ['number'],
    returns: 'number',
    form: ofNumber(Math.log),
  },
  {
    name: 'log10',
    doc: 'The logarithm to base 10.',
    parameters: one,
    argumentNames: ['number'],
    returns: 'number',
    form: ofNumber(Math.log10),
  },
  {
    name: 'random',
    doc: 'A random number from 0 up to, not including, 1.',
    parameters: { required: [] },
    returns: 'number',
    form: () => (scope) => scope.random?.() ?? '',
  },
];

function ofNumber(apply: (n: number) => number) {
  return ([arg]: readonly CompiledForm[]): CompiledForm => {
    return (scope) => apply(toNumber(arg!(scope)));
  };
}

function ofInterval(apply: (n: NumberValue) => NumberValue) {
  return ([arg]: readonly CompiledScore[]): CompiledScore => {
    return (scope) => apply(asNumber(arg!(scope)));
  };
}

/** As in XPath 3.0, which says that 1 to any power is 1, and -1 to an infinite one too; to JavaScript these are no numbers. */
function power(base: number, exponent: number): number {
  if (base === 1 || (base === -1 && Math.abs(exponent) === Infinity)) return 1;
  return base ** exponent;
}

/** Rounds the decimal that the double is shown as, so that 1.005 to two places is 1.01. */
function roundDouble(number: number, places: number): number {
  const value = exact.exactFromNumber(number);
  if (value === null) return number;
  return Math.abs(places) <= MAX_PLACES ? exact.toNumber(exact.round(value, places)) : Number.NaN;
}

function placesOf(places: NumberValue): number | null {
  const { lo } = places;
  return interval.isPoint(places) && typeof lo === 'number' && Math.abs(lo) <= MAX_PLACES ? lo : null;
}
