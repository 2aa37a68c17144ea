import type { CompiledForm, FormValue } from '../form/scope.ts';
import { toNumber, toText } from '../form/value.ts';
import type { FunctionEntry } from './entry.ts';
import { regexFunction } from './regex.ts';

export const textFunctions: FunctionEntry[] = [
  {
    name: 'string',
    doc: 'The argument as text; without one, the text of the question itself.',
    parameters: { required: [], optional: ['any'] },
    argumentNames: ['value'],
    returns: 'string',
    form: ofTextOrSelf((text) => text),
  },
  {
    name: 'concat',
    doc: 'The arguments written one after another.',
    parameters: { required: [], rest: ['any'] },
    argumentNames: ['value'],
    deviation: 'Takes no node-sets, and gives blank text without arguments.',
    returns: 'string',
    form: ofTexts((...texts) => texts.join('')),
  },
  {
    name: 'join',
    doc: 'The second and further arguments with the first between them; a list gives each of its choices.',
    parameters: { required: ['string'], rest: ['any'] },
    argumentNames: ['separator', 'value'],
    deviation: 'Takes values one by one as well as a list, instead of a node-set.',
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
    doc: 'How many characters the text has; without an argument, the text of the question itself.',
    parameters: { required: [], optional: ['any'] },
    argumentNames: ['text'],
    deviation: 'The argument may be left out, as in XPath 1.0 and ODK’s guide.',
    returns: 'number',
    form: ofTextOrSelf((text) => [...text].length),
  },
  {
    name: 'normalize-space',
    doc: 'The text without spaces at its ends and with single ones between words.',
    parameters: { required: [], optional: ['any'] },
    argumentNames: ['text'],
    returns: 'string',
    form: ofTextOrSelf((text) => text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '')),
  },
  {
    name: 'substr',
    doc: 'The characters from a place, counted from 0, up to but not including another; a negative place counts from the end.',
    parameters: { required: ['any', 'number'], optional: ['number'] },
    argumentNames: ['text', 'start', 'end'],
    deviation: 'A negative place counts from the end, as ODK’s clients have it.',
    returns: 'string',
    form: (args) => (scope) => {
      const [text = '', start = 0, end] = args.map((arg) => arg(scope));
      const characters = [...toText(text)];
      return characters.slice(toNumber(start), end === undefined ? undefined : toNumber(end)).join('');
    },
  },
  {
    name: 'substring-before',
    doc: 'The part of the first text before the second, blank when it is not in it.',
    parameters: { required: ['any', 'any'] },
    argumentNames: ['text', 'mark'],
    returns: 'string',
    form: ofTexts((text, mark) => text.slice(0, Math.max(text.indexOf(mark), 0))),
  },
  {
    name: 'substring-after',
    doc: 'The part of the first text after the second, blank when it is not in it.',
    parameters: { required: ['any', 'any'] },
    argumentNames: ['text', 'mark'],
    returns: 'string',
    form: ofTexts((text, mark) => (text.includes(mark) ? text.slice(text.indexOf(mark) + mark.length) : '')),
  },
  {
    name: 'contains',
    doc: 'Whether the second text is in the first.',
    parameters: { required: ['any', 'any'] },
    argumentNames: ['text', 'part'],
    returns: 'boolean',
    form: ofTexts((text, part) => text.includes(part)),
  },
  {
    name: 'starts-with',
    doc: 'Whether the first text begins with the second.',
    parameters: { required: ['any', 'any'] },
    argumentNames: ['text', 'part'],
    returns: 'boolean',
    form: ofTexts((text, part) => text.startsWith(part)),
  },
  {
    name: 'ends-with',
    doc: 'Whether the first text ends with the second.',
    parameters: { required: ['any', 'any'] },
    argumentNames: ['text', 'part'],
    returns: 'boolean',
    form: ofTexts((text, part) => text.endsWith(part)),
  },
  regexFunction,
  {
    name: 'translate',
    doc: 'The text with each character of the second argument replaced by the one at its place in the third, or removed.',
    parameters: { required: ['any', 'any', 'any'] },
    argumentNames: ['text', 'from', 'to'],
    returns: 'string',
    form: ofTexts(translate),
  },
  {
    name: 'upper-case',
    doc: 'The text in capitals.',
    parameters: { required: ['any'] },
    argumentNames: ['text'],
    deviation: 'XPath 2.0’s; the ODK specification does not list it.',
    returns: 'string',
    form: ofTexts((text) => text.toUpperCase()),
  },
  {
    name: 'lower-case',
    doc: 'The text in small letters.',
    parameters: { required: ['any'] },
    argumentNames: ['text'],
    deviation: 'XPath 2.0’s; the ODK specification does not list it.',
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
