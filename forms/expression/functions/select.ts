import { toList, toNumber, toText } from '../form/value.ts';
import { quotedName } from '../quoted-name.ts';
import { asList, asText } from '../score/coerce.ts';
import { exactly, truthValue, unknownCount } from '../score/value.ts';
import type { FunctionEntry } from './entry.ts';

export const selectFunctions: FunctionEntry[] = [
  {
    name: 'selected',
    doc: 'Whether a select question has the choice of that name among its answers.',
    parameters: { required: ['any', 'any'] },
    argumentNames: ['answer', 'choice'],
    deviation: 'Spaces around the choice do not count.',
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
    doc: 'The name of the choice at a place among those selected, counted from 0; blank when there are not so many.',
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
    doc: 'How many choices are selected.',
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
    doc: "The label of a choice, of the question named in quotes: jr:choice-name(${q}, '${q}'). Several labels are parted by commas.",
    parameters: { required: ['any', 'string'] },
    argumentNames: ['choice', 'question'],
    deviation: 'Takes several choices too, where the specification has one.',
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
