import { functionNamed } from '../expression/functions/registry.ts';
import { questionTypeEntries } from '../questions/registry.ts';
import { isBlank, type Value } from '../value.ts';
import type { Question } from './schema.ts';

const numeral = /^\s*-?\d+(\.\d+)?\s*$/;
/** A name right before a parenthesis; letters with marks are letters, so that “Nhà văn hóa(mới)” has none. */
const calls = /(?<![\p{L}\p{N}_.:-])([A-Za-z_][\w.:-]*)\(/gu;

/**
 * The default as an expression, when it is one: it refers to a `${question}` or calls a function of the language, as in
 * `today()`. XLSForm has one column for both, and anything else in it is the value itself.
 */
export function defaultExpression({ default: source }: Pick<Question, 'default'>): string | null {
  if (typeof source !== 'string') return null;
  const isCall = [...source.matchAll(calls)].some(([, name = '']) => functionNamed(name) !== undefined);
  return isCall || source.includes('${') ? source : null;
}

/**
 * The default as the answer it stands for, when it is not an expression; null without one. Written for machines, a number has
 * a decimal point. Text that is no number stays text, which the question's type then refuses.
 */
export function staticDefault(question: Question): Value {
  const given = question.default;
  if (given === undefined || isBlank(given) || defaultExpression(question) !== null) return null;
  const { kind } = questionTypeEntries[question.type];
  if (kind === 'number') return numeral.test(String(given)) ? Number(given) : given;
  const text = String(given);
  return kind === 'list' ? text.split(/\s+/).filter((name) => name !== '') : text;
}
