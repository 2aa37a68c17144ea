import * as exact from '../expression/score/exact.ts';
import { isPoint } from '../expression/score/interval.ts';
import type { NumberValue } from '../expression/score/value.ts';
import { formatNumber } from '../format-number.ts';
import type { Words } from './words.ts';

/** What is known of a number: "12", "ít nhất 12", "từ 12 đến 14". */
export function shownNumber(value: NumberValue, words: Words): string {
  const text = (end: exact.Exact) => formatNumber(exact.toNumber(end), words.language);
  if (isPoint(value)) return text(value.lo);
  if (value.lo === null) return '?';
  return value.hi === null ? words.atLeast(text(value.lo)) : words.between(text(value.lo), text(value.hi));
}
