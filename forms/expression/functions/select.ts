import { toList, toNumber, toText } from '../form/value.ts';
import { quotedName } from '../quoted-name.ts';
import { asList, asText } from '../score/coerce.ts';
import { exactly, truthValue, unknownCount } from '../score/value.ts';
import type { FunctionEntry } from './entry.ts';

export const selectFunctions: FunctionEntry[] = [
  {
    name: 'selected',
    parameters: { required: ['any', 'any'] },
    argumentNames: ['answer', 'choice'],
    returns: 'boolean',
    form: (args) => {
      const [list, choice] = [args[0]!, args[1]!];
      return (scope) => toList(list(scope)).includes(toText(choice(scope)).trim());
    },
    score: (args) => {
      const [list, choice] = [args[0]!, args[1]!];
      return (scope) => {
        const choices = asList(list(scope));
        const wanted = asText(choice(scope));
        if (choices === null || wanted === null) return truthValue(choices?.length === 0 ? false : null);
        return truthValue(choices.includes(wanted.trim()));
      };
    },
  },
  {
    name: 'selected-at',
    parameters: { required: ['any', 'number'] },
    argumentNames: ['answer', 'place'],
    returns: 'string',
    form: (args) => {
      const [list, index] = [args[0]!, args[1]!];
      return (scope) => toList(list(scope))[Math.trunc(toNumber(index(scope)))] ?? '';
    },
  },
  {
    name: 'count-selected',
    parameters: { required: ['any'] },
    argumentNames: ['answer'],
    returns: 'number',
    form: (args) => {
      const list = args[0]!;
      return (scope) => toList(list(scope)).length;
    },
    score: (args) => {
      const list = args[0]!;
      return (scope) => {
        const choices = asList(list(scope));
        return choices === null ? unknownCount : exactly(choices.length);
      };
    },
  },
  {
    name: 'jr:choice-name',
    parameters: { required: ['any', 'string'] },
    argumentNames: ['choice', 'question'],
    returns: 'string',
    form: (args) => {
      const [list, question] = [args[0]!, args[1]!];
      return (scope) => {
        const name = toText(question(scope));
        const labels = toList(list(scope)).map((choice) => scope.choiceLabel?.(quotedName(name) ?? name, choice) ?? '');
        return labels.join(', ');
      };
    },
  },
];
