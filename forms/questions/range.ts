import type { Question } from '../definition/schema.ts';
import { formatNumber } from '../format-number.ts';
import { answerIssue, wrongType } from './answer-issue.ts';
import { outOfBounds } from './number-bounds.ts';
import { parseNumber } from './parse-number.ts';
import type { QuestionTypeEntry } from './question-type.ts';

/** A number on a scale from `parameters.start` to `end` in steps of `step` (1 unless stated). */
export const range: QuestionTypeEntry = {
  kind: 'number',
  asked: true,
  validate(value, question) {
    if (typeof value !== 'number' || !Number.isFinite(value))
      return wrongType(question, { vi: 'một số', en: 'a number' });
    return outOfBounds(value, question) ?? offStep(value, question);
  },
  parse: parseNumber,
};

function offStep(value: number, question: Question) {
  const { start = '0', step = '1' } = question.parameters ?? {};
  // Whole multiples of the finest decimal place, so that 0.3 lies on a scale of 0.1.
  const places = Math.max(...[start, step, String(value)].map((text) => (text.split('.')[1] ?? '').length));
  const whole = (number: number) => Math.round(number * 10 ** places);
  if ((whole(value) - whole(Number(start))) % whole(Number(step)) === 0) return null;
  const [from, by] = [Number(start), Number(step)];
  return answerIssue(
    question,
    'off_step',
    `Số này phải tính từ ${formatNumber(from, 'vi')}, mỗi bước ${formatNumber(by, 'vi')}.`,
    `This number has to go up from ${formatNumber(from, 'en')} in steps of ${formatNumber(by, 'en')}.`,
  );
}
