import type { Question } from '../definition/schema.ts';
import { formatNumber } from '../format-number.ts';
import type { Issue } from '../issue.ts';
import { answerIssue } from './answer-issue.ts';

/** The least and greatest value a number question takes; `max` is null where there is no limit. */
export interface NumberBounds {
  min: number;
  max: number | null;
}

/**
 * From `parameters`: `start` and `end` of a range, else `min` and `max`. Without a stated minimum a number is a count or an
 * amount and never below 0 (docs/domain.md, K11); the scoring of unknown answers rests on that too.
 */
export function numberBounds(question: Question): NumberBounds {
  const { start, end, min, max } = question.parameters ?? {};
  const [least, greatest] = question.type === 'range' ? [start, end] : [min, max];
  return { min: least === undefined ? 0 : Number(least), max: greatest === undefined ? null : Number(greatest) };
}

/** `too_small` or `too_large` when a number lies outside its question's bounds. */
export function outOfBounds(value: number, question: Question): Issue | null {
  const { min, max } = numberBounds(question);
  if (value < min) {
    return answerIssue(
      question,
      'too_small',
      min === 0 ? 'Số này không được âm.' : `Số này phải từ ${formatNumber(min, 'vi')} trở lên.`,
      min === 0 ? 'This number cannot be negative.' : `This number has to be at least ${formatNumber(min, 'en')}.`,
    );
  }
  if (max !== null && value > max) {
    return answerIssue(
      question,
      'too_large',
      `Số này không được quá ${formatNumber(max, 'vi')}.`,
      `This number cannot be above ${formatNumber(max, 'en')}.`,
    );
  }
  return null;
}
