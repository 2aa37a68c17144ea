import type { CompiledForm } from '../form/scope.ts';
import { isBlank, toNumber } from '../form/value.ts';
import { asNumber, asText, asTruth } from '../score/coerce.ts';
import type { CompiledScore } from '../score/compiled.ts';
import { sign } from '../score/exact.ts';
import { add, greatest, isPoint, least } from '../score/interval.ts';
import { and, or } from '../score/logic.ts';
import { nothingKnown } from '../score/scope.ts';
import { anyNumber, exactly, type NumberValue, type ScoreValue, truthValue, unknownCount } from '../score/value.ts';
import type { FunctionEntry, Parameters } from './entry.ts';

const numbers: Parameters = { required: ['number'], rest: ['number'] };
const condition: Parameters = { required: ['boolean'] };
const noMore: NumberValue = { kind: 'number', lo: null, hi: 0 };

/**
 * Functions over many values. With one argument in score mode they go over the commune's expected villages, those that have
 * not answered included (docs/domain.md §3); with several they go over their arguments.
 */
export const aggregateFunctions: FunctionEntry[] = [
  {
    name: 'sum',
    parameters: numbers,
    argumentNames: ['number', 'number'],
    returns: 'number',
    form: ofNumbers((present) => present.reduce((total, n) => total + n, 0)),
    score: (args) => (scope) => total(args.map((arg) => arg(scope))),
    overVillages: overVillages(total, totalOfUnknown),
  },
  {
    name: 'min',
    parameters: numbers,
    argumentNames: ['number', 'number'],
    returns: 'number',
    form: ofNumbers((present) => (present.length > 0 ? present.reduce((a, b) => Math.min(a, b)) : Number.NaN)),
    score: (args) => (scope) =>
      extreme(
        least,
        args.map((arg) => arg(scope)),
      ),
    overVillages: overVillages(
      (values) => extreme(least, values),
      () => anyNumber,
    ),
  },
  {
    name: 'max',
    parameters: numbers,
    argumentNames: ['number', 'number'],
    returns: 'number',
    form: ofNumbers((present) => (present.length > 0 ? present.reduce((a, b) => Math.max(a, b)) : Number.NaN)),
    score: (args) => (scope) =>
      extreme(
        greatest,
        args.map((arg) => arg(scope)),
      ),
    overVillages: overVillages(
      (values) => extreme(greatest, values),
      () => anyNumber,
    ),
  },
  {
    name: 'count',
    parameters: { required: ['any'], rest: ['any'] },
    argumentNames: ['value', 'value'],
    returns: 'number',
    form: (args) => () => args.length,
    score: (args) => (scope) => answered(args.map((arg) => arg(scope))),
    overVillages: overVillages(answered, () => unknownCount),
  },
  {
    name: 'count-non-empty',
    parameters: { required: ['any'], rest: ['any'] },
    argumentNames: ['value', 'value'],
    returns: 'number',
    form: (args) => (scope) => args.filter((arg) => !isBlank(arg(scope))).length,
  },
  {
    name: 'count-if',
    parameters: condition,
    argumentNames: ['condition'],
    returns: 'number',
    overVillages: overVillages(countTrue, (one) => (asTruth(one) === false ? exactly(0) : unknownCount)),
  },
  {
    name: 'all',
    parameters: condition,
    argumentNames: ['condition'],
    returns: 'boolean',
    overVillages: overVillages(
      (values) => truthValue(values.reduce<boolean | null>((sofar, value) => and(sofar, asTruth(value)), true)),
      (one) => truthValue(asTruth(one) === true ? true : null),
    ),
  },
  {
    name: 'any',
    parameters: condition,
    argumentNames: ['condition'],
    returns: 'boolean',
    overVillages: overVillages(
      (values) => truthValue(values.reduce<boolean | null>((sofar, value) => or(sofar, asTruth(value)), false)),
      (one) => truthValue(asTruth(one) === false ? false : null),
    ),
  },
  {
    name: 'count-villages',
    parameters: { required: [] },
    returns: 'number',
    score: () => (scope) => (scope.villages === null ? unknownCount : exactly(scope.villages.length)),
  },
];

/** `ofUnknown` says what holds of any number of villages of which nothing is known but the expression itself. */
function overVillages(
  ofKnown: (values: readonly ScoreValue[]) => ScoreValue,
  ofUnknown: (one: ScoreValue) => ScoreValue,
) {
  return (each: CompiledScore): CompiledScore => {
    return ({ villages }) => (villages === null ? ofUnknown(each(nothingKnown)) : ofKnown(villages.map(each)));
  };
}

/** Form mode: the numbers among the arguments and the items of lists, blanks and words left out as ODK does. */
function ofNumbers(apply: (present: readonly number[]) => number) {
  return (args: readonly CompiledForm[]): CompiledForm => {
    return (scope) => {
      const all = args.flatMap((arg) => arg(scope)).map(toNumber);
      return apply(all.filter((n) => !Number.isNaN(n)));
    };
  };
}

function total(values: readonly ScoreValue[]): NumberValue {
  let sofar: NumberValue = exactly(0);
  for (const value of values) sofar = add(sofar, asNumber(value));
  return sofar;
}

function totalOfUnknown(one: ScoreValue): NumberValue {
  const { lo, hi } = asNumber(one);
  if (lo !== null && sign(lo) >= 0) return hi === 0 ? exactly(0) : unknownCount;
  return hi !== null && sign(hi) <= 0 ? noMore : anyNumber;
}

/** Nothing is known of the least of no numbers. */
function extreme(choose: (a: NumberValue, b: NumberValue) => NumberValue, values: readonly ScoreValue[]): NumberValue {
  return values.length === 0 ? anyNumber : values.map(asNumber).reduce(choose);
}

function answered(values: readonly ScoreValue[]): NumberValue {
  let [least, most] = [0, 0];
  for (const value of values) {
    if (value.kind === 'not_asked' || asText(value) === '') continue;
    most++;
    if (value.kind === 'number' ? isPoint(value) : asText(value) !== null) least++;
  }
  return range(least, most);
}

function countTrue(values: readonly ScoreValue[]): NumberValue {
  let [least, most] = [0, 0];
  for (const value of values) {
    const truth = asTruth(value);
    if (truth !== false) most++;
    if (truth === true) least++;
  }
  return range(least, most);
}

function range(lo: number, hi: number): NumberValue {
  return lo === hi ? exactly(lo) : { kind: 'number', lo, hi };
}
