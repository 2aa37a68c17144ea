import { answerIssue, wrongType } from './answer-issue.ts';
import { outOfBounds } from './number-bounds.ts';
import { parseNumber } from './parse-number.ts';
import type { QuestionTypeEntry } from './question-type.ts';

/** A whole number, never below 0 unless `parameters.min` says otherwise. */
export const integer: QuestionTypeEntry = {
  kind: 'number',
  asked: true,
  validate(value, question) {
    if (typeof value !== 'number') return wrongType(question, { vi: 'một số nguyên', en: 'a whole number' });
    if (!Number.isInteger(value)) {
      return answerIssue(
        question,
        'not_whole',
        'Số này phải là số nguyên, không có phần lẻ.',
        'This has to be a whole number.',
      );
    }
    if (!Number.isSafeInteger(value)) {
      return answerIssue(question, 'too_large', 'Số này quá lớn.', 'This number is too large.');
    }
    return outOfBounds(value, question);
  },
  parse: parseNumber,
};
