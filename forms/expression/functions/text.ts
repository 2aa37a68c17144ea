import type { CompiledForm, FormValue } from '../form/scope.ts';
import { toNumber, toText } from '../form/value.ts';
import type { FunctionEntry } from './entry.ts';
import { regexFunction } from './regex.ts';

export const textFunctions: FunctionEntry[] = [
  {
    name: 'string',
    parameters: { required: [], optional: ['any'] },
    argumentNames: ['value'],
    returns: 'string',
    form: ofTextOrSelf((text) => text),
  },
  {
    name: 'concat',
    parameters: { required: [], rest: ['any'] },
    argumentNames: ['value'],
    returns: 'string',
    form: ofTexts((...texts) => texts.join('')),
  },
  {
    name: 'join',
    parameters: { required: ['string'], rest: ['any'] },
    argumentNames: ['separator', 'value'],
    returns: 'string',
    form: ([separator, ...parts]) => {
      return (scope) => {
        const texts = parts.flatMap((part) => {
          const value = part(scope);
          return Array.isArray(value) ? value : [toText(value)];
        });
        return texts.join(toText(separator!(scope)));
      };
    },
  },
  {
    name: 'string-length',
    parameters: { required: [], optional: ['any'] },
    argumentNames: ['text'],
    returns: 'number',
    form: ofTextOrSelf((text) => [...text].length),
  },
  {
    name: 'normalize-space',
    parameters: { required: [], optional: ['any'] },
    argumentNames: ['text'],
    returns: 'string',
    form: ofTextOrSelf((text) => text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '')),
  },
  {
    name: 'substr',
    parameters: { required: ['any', 'number'], optional: ['number'] },
    argumentNames: ['text', 'start', 'end'],
    returns: 'string',
    form: (args) => (scope) => {
      const [text = '', start = 0, end] = args.map((arg) => arg(scope));
      const characters = [...toText(text)];
      return characters.slice(toNumber(start), end === undefined ? undefined : toNumber(end)).join('');
    },
  },
  {
    name: 'substring-before',
    parameters: { required: ['any', 'any'] },
    argumentNames: ['text', 'mark'],
    returns: 'string',
    form: ofTexts((text, mark) => text.slice(0, Math.max(text.indexOf(mark), 0))),
  },
  {
    name: 'substring-after',
    parameters: { required: ['any', 'any'] },
    argumentNames: ['text', 'mark'],
    returns: 'string',
    form: ofTexts((text, mark) => (text.includes(mark) ? text.slice(text.indexOf(mark) + mark.length) : '')),
  },
  {
    name: 'contains',
    parameters: { required: ['any', 'any'] },
    argumentNames: ['text', 'part'],
    returns: 'boolean',
    form: ofTexts((text, part) => text.includes(part)),
  },
  {
    name: 'starts-with',
    parameters: { required: ['any', 'any'] },
    argumentNames: ['text', 'part'],
    returns: 'boolean',
    form: ofTexts((text, part) => text.startsWith(part)),
  },
  {
    name: 'ends-with',
    parameters: { required: ['any', 'any'] },
    argumentNames: ['text', 'part'],
    returns: 'boolean',
    form: ofTexts((text, part) => text.endsWith(part)),
  },
  regexFunction,
  {
    name: 'translate',
    parameters: { required: ['any', 'any', 'any'] },
    argumentNames: ['text', 'from', 'to'],
    returns: 'string',
    form: ofTexts(translate),
  },
  {
    name: 'upper-case',
    parameters: { required: ['any'] },
    argumentNames: ['text'],
    returns: 'string',
    form: ofTexts((text) => text.toUpperCase()),
  },
  {
    name: 'lower-case',
    parameters: { required: ['any'] },
    argumentNames: ['text'],
    returns: 'string',
    form: ofTexts((text) => text.toLowerCase()),
  },
];

/** A function of its arguments' texts. */
function ofTexts(apply: (...texts: string[]) => FormValue) {
  return (args: readonly CompiledForm[]): CompiledForm => {
    return (scope) => apply(...args.map((arg) => toText(arg(scope))));
  };
}

function ofTextOrSelf(apply: (text: string) => FormValue) {
  return ([arg]: readonly CompiledForm[]): CompiledForm => {
    return (scope) => apply(toText(arg ? arg(scope) : (scope.self ?? '')));
  };
}

function translate(text: string, from: string, to: string): string {
  const [search, replacements] = [[...from], [...to]];
  return [...text]
    .map((character) => {
      const at = search.indexOf(character);
      return at < 0 ? character : (replacements[at] ?? '');
    })
    .join('');
}
