import { isBlank, toBoolean, toText } from '../form/value.ts';
import { asText, asTruth } from '../score/coerce.ts';
import { isPoint } from '../score/interval.ts';
import { either, not } from '../score/logic.ts';
import { type ScoreValue, truthValue } from '../score/value.ts';
import { commonKind, type FunctionEntry } from './entry.ts';

export const logicFunctions: FunctionEntry[] = [
  {
    name: 'if',
    parameters: { required: ['boolean', 'any', 'any'] },
    argumentNames: ['condition', 'then', 'else'],
    returns: ([, then = 'any', otherwise = 'any']) => commonKind([then, otherwise]),
    form: (args) => {
      const [condition, then, otherwise] = [args[0]!, args[1]!, args[2]!];
      return (scope) => (toBoolean(condition(scope)) ? then(scope) : otherwise(scope));
    },
    score: (args) => {
      const [condition, then, otherwise] = [args[0]!, args[1]!, args[2]!];
      return (scope) => {
        const truth = asTruth(condition(scope));
        if (truth === null) return either(then(scope), otherwise(scope));
        return truth ? then(scope) : otherwise(scope);
      };
    },
  },
  {
    name: 'coalesce',
    parameters: { required: ['any', 'any'], rest: ['any'] },
    argumentNames: ['value', 'value', 'value'],
    returns: commonKind,
    form: (args) => (scope) => {
      for (const arg of args) {
        const value = arg(scope);
        if (!isBlank(value)) return value;
      }
      return '';
    },
    score: (args) => (scope) => firstAnswered(args.map((arg) => arg(scope))),
  },
  {
    name: 'once',
    parameters: { required: ['any'] },
    argumentNames: ['value'],
    returns: ([kind = 'any']) => kind,
    form: (args) => {
      const first = args[0]!;
      return (scope) => {
        const self = scope.self ?? '';
        return isBlank(self) ? first(scope) : self;
      };
    },
  },
  {
    name: 'true',
    parameters: { required: [] },
    returns: 'boolean',
    form: () => () => true,
    score: () => () => truthValue(true),
  },
  {
    name: 'false',
    parameters: { required: [] },
    returns: 'boolean',
    form: () => () => false,
    score: () => () => truthValue(false),
  },
  {
    name: 'not',
    parameters: { required: ['boolean'] },
    argumentNames: ['condition'],
    returns: 'boolean',
    form: (args) => {
      const condition = args[0]!;
      return (scope) => !toBoolean(condition(scope));
    },
    score: (args) => {
      const condition = args[0]!;
      return (scope) => truthValue(not(asTruth(condition(scope))));
    },
  },
  {
    name: 'boolean',
    parameters: { required: ['any'] },
    argumentNames: ['value'],
    returns: 'boolean',
    form: (args) => {
      const value = args[0]!;
      return (scope) => toBoolean(value(scope));
    },
  },
  {
    name: 'boolean-from-string',
    parameters: { required: ['any'] },
    argumentNames: ['text'],
    returns: 'boolean',
    form: (args) => {
      const value = args[0]!;
      return (scope) => /^(true|1)$/.test(toText(value(scope)));
    },
  },
];

function firstAnswered(values: readonly ScoreValue[]): ScoreValue {
  return values.reduceRight((rest, value) => {
    if (value.kind === 'not_asked' || asText(value) === '') return rest;
    return isSettled(value) ? value : either(value, rest);
  });
}

function isSettled(value: ScoreValue): boolean {
  return value.kind === 'number' ? isPoint(value) : value.kind !== 'unknown' && asText(value) !== null;
}
