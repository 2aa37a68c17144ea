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
    parameters: { required: ['any'] },
    argumentNames: ['value'],
    returns: 'number',
    form: ofNumber((n) => n),
    score: ofInterval((n) => n),
  },
  {
    name: 'int',
    parameters: one,
    argumentNames: ['number'],
    returns: 'number',
    form: ofNumber(Math.trunc),
    score: ofInterval((n) => interval.increasing(n, exact.trunc)),
  },
  {
    name: 'floor',
    parameters: one,
    argumentNames: ['number'],
    returns: 'number',
    form: ofNumber(Math.floor),
    score: ofInterval((n) => interval.increasing(n, exact.floor)),
  },
  {
    name: 'ceiling',
    parameters: one,
    argumentNames: ['number'],
    returns: 'number',
    form: ofNumber(Math.ceil),
    score: ofInterval((n) => interval.increasing(n, exact.ceil)),
  },
  {
    name: 'round',
    parameters: { required: ['number'], optional: ['number'] },
    argumentNames: ['number', 'places'],
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
    parameters: one,
    argumentNames: ['number'],
    returns: 'number',
    form: ofNumber(Math.abs),
    score: ofInterval(interval.abs),
  },
  {
    name: 'pow',
    parameters: { required: ['number', 'number'] },
    argumentNames: ['base', 'exponent'],
    returns: 'number',
    form: ([base, exponent]) => {
      return (scope) => power(toNumber(base!(scope)), toNumber(exponent!(scope)));
    },
  },
  {
    name: 'sqrt',
    parameters: one,
    argumentNames: ['number'],
    returns: 'number',
    form: ofNumber(Math.sqrt),
  },
  {
    name: 'exp',
    parameters: one,
    argumentNames: ['number'],
    returns: 'number',
    form: ofNumber(Math.exp),
  },
  {
    name: 'exp10',
    parameters: one,
    argumentNames: ['number'],
    returns: 'number',
    form: ofNumber((n) => 10 ** n),
  },
  {
    name: 'log',
    parameters: one,
    argumentNames: ['number'],
    returns: 'number',
    form: ofNumber(Math.log),
  },
  {
    name: 'log10',
    parameters: one,
    argumentNames: ['number'],
    returns: 'number',
    form: ofNumber(Math.log10),
  },
  {
    name: 'random',
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
