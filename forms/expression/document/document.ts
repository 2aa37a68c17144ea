import { type BinaryOperator, precedence } from '../ast.ts';
import { aggregateFunctions } from '../functions/aggregate.ts';
import { checklistFunctions } from '../functions/checklist.ts';
import { dateFunctions } from '../functions/date.ts';
import { documentation } from '../functions/documentation.ts';
import { type FunctionEntry, isInMode } from '../functions/entry.ts';
import { identityFunctions } from '../functions/identity.ts';
import { logicFunctions } from '../functions/logic.ts';
import { numberFunctions } from '../functions/number.ts';
import { roundFunctions } from '../functions/rounds.ts';
import { selectFunctions } from '../functions/select.ts';
import { signatureOf } from '../functions/signature.ts';
import { textFunctions } from '../functions/text.ts';
import { trigonometryFunctions } from '../functions/trigonometry.ts';
import type { ValueKind } from '../kind.ts';
import { coercions, introduction, modes, sources } from './introduction.ts';

/** The page about the expression language, in Markdown, for people who write forms. */
export function documentExpressions(): string {
  const parts = [introduction, operators(), coercions, modes, functionLists(), sources];
  return `${parts.join('\n\n')}\n`;
}

/** What each operator does; the order comes from the parser. */
const meanings: Record<BinaryOperator, string> = {
  or: 'at least one side is true',
  and: 'both sides are true',
  '=': 'equal',
  '!=': 'not equal',
  '<': 'less',
  '<=': 'less or equal',
  '>': 'greater',
  '>=': 'greater or equal',
  '+': 'plus',
  '-': 'minus',
  '*': 'times',
  div: 'divided by',
  mod: 'the remainder, with the sign of the left side',
};

function operators(): string {
  const names = Object.keys(precedence) as BinaryOperator[];
  const levels = [...new Set(Object.values(precedence))].sort((a, b) => b - a);
  const rows = levels.map((level) => {
    const own = names.filter((name) => precedence[name] === level);
    return `| ${own.map(code).join(' ')} | ${own.map((name) => meanings[name]).join('; ')} |`;
  });
  return `## Operators

From the tightest to the loosest, as in XPath 1.0; equals are worked out from left to right. Before all of them comes the minus sign of a number (\`-\${x}\`). Not is a function: \`not(\${a} = 'yes')\`.

| operators | meaning |
| --- | --- |
${rows.join('\n')}`;
}

const families: Readonly<Record<string, readonly FunctionEntry[]>> = {
  Conditions: logicFunctions,
  'Counting conditions': checklistFunctions,
  Choices: selectFunctions,
  Text: textFunctions,
  Numbers: numberFunctions,
  Trigonometry: trigonometryFunctions,
  'Dates and times': dateFunctions,
  'Several values, and villages': aggregateFunctions,
  'Other rounds': roundFunctions,
  Identity: identityFunctions,
};

const kinds: Record<ValueKind, string> = {
  number: 'number',
  string: 'text',
  boolean: 'true/false',
  date: 'date',
  list: 'choices',
  any: 'any',
};

function functionLists(): string {
  const lists = Object.entries(families).map(([family, entries]) => `### ${family}\n\n${table(entries)}`);
  return `## Functions

An argument with \`?\` may be left out; what stands before \`…\` may be repeated. *Gives* is the kind of the result, where it is always the same. *Mode* says where the function may be used.

${lists.join('\n\n')}`;
}

function table(entries: readonly FunctionEntry[]): string {
  const rows = entries.map((entry) => {
    const { returns, name } = entry;
    const { doc = '', deviation } = documentation[name] ?? {};
    const gives = typeof returns === 'function' ? 'as its arguments' : kinds[returns];
    const differs = deviation === undefined ? '' : ` *Differs from ODK:* ${deviation}`;
    return `| ${code(signatureOf(entry))} | ${gives} | ${modeOf(entry)} | ${cell(doc + differs)} |`;
  });
  return `| function | gives | mode | meaning |\n| --- | --- | --- | --- |\n${rows.join('\n')}`;
}

function modeOf(entry: FunctionEntry): string {
  if (!isInMode(entry, 'score')) return 'form';
  return isInMode(entry, 'form') ? 'both' : 'score';
}

const cell = (text: string) => text.replaceAll('|', '\\|');
const code = (text: string) => `\`${cell(text)}\``;
