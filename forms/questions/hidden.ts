import { wrongType } from './answer-issue.ts';
import type { QuestionTypeEntry } from './question-type.ts';
import { maxTextLength } from './text.ts';

/** Text that the form carries without showing it; blank, it is the question's `default`. */
export const hidden: QuestionTypeEntry = {
  kind: 'string',
  asked: false,
  validate: (value, question) =>
    typeof value === 'string' && value.length <= maxTextLength ? null : wrongType(question, { vi: 'chữ', en: 'text' }),
  parse: (raw) => ({ value: raw }),
};
