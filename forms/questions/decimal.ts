import { wrongType } from './answer-issue.ts';
import { outOfBounds } from './number-bounds.ts';
import { parseNumber } from './parse-number.ts';
import type { QuestionTypeEntry } from './question-type.ts';

/** A number with or without decimals, never below 0 unless `parameters.min` says otherwise. */
export const decimal: QuestionTypeEntry = {
  kind: 'number',
  asked: true,
  validate(value, question) {
    if (typeof value !== 'number' || !Number.isFinite(value))
      return wrongType(question, { vi: 'một số', en: 'a number' });
    return outOfBounds(value, question);
  },
  parse: parseNumber,
};
