import { isBlank, toBoolean, toText } from '../form/value.ts';
import { asText, asTruth } from '../score/coerce.ts';
import { isPoint } from '../score/interval.ts';
import { either, not } from '../score/logic.ts';
import { type ScoreValue, truthValue } from '../score/value.ts';
import { commonKind, type FunctionEntry } from './entry.ts';

export const logicFunctions: FunctionEntry[] = [
  {
    name: 'if',
    doc: 'The second argument when the first is true, else the third.',
    parameters: { required: ['boolean', 'any', 'any'] },
    argumentNames: ['condition', 'then', 'else'],
    deviation: 'The result keeps its type, where the specification makes it text.',
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
    doc: 'The first argument that is not blank. While scoring, an unknown one may still turn out to be any of those after it.',
    parameters: { required: ['any', 'any'], rest: ['any'] },
    argumentNames: ['value', 'value', 'value'],
    deviation: 'Takes two arguments or more, where the specification has exactly two.',
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
    doc: 'The question’s own answer if it has one, else the argument.',
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
    doc: 'The value true.',
    parameters: { required: [] },
    returns: 'boolean',
    form: () => () => true,
    score: () => () => truthValue(true),
  },
  {
    name: 'false',
    doc: 'The value false.',
    parameters: { required: [] },
    returns: 'boolean',
    form: () => () => false,
    score: () => () => truthValue(false),
  },
  {
    name: 'not',
    doc: 'True when the argument is false, and the other way round.',
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
    doc: 'The argument as true or false: blank text, 0 and what is no number are false.',
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
    doc: "True for the texts 'true' and '1', else false.",
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
