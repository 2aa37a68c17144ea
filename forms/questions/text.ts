import { answerIssue, wrongType } from './answer-issue.ts';
import type { QuestionTypeEntry } from './question-type.ts';

/** Longer texts belong in a document, not in a survey answer. */
export const maxTextLength = 2000;

/** Free text of at most 2,000 characters. */
export const text: QuestionTypeEntry = {
  kind: 'string',
  asked: true,
  validate(value, question) {
    if (typeof value !== 'string') return wrongType(question, { vi: 'chữ', en: 'text' });
    if (value.length > maxTextLength) {
      return answerIssue(
        question,
        'too_long',
        'Đoạn này dài quá 2.000 ký tự. Rút gọn lại.',
        'This is longer than 2,000 characters. Shorten it.',
      );
    }
    return null;
  },
  // NFC, because keyboards differ in how they compose Vietnamese letters.
  parse: (raw) => ({ value: raw.normalize('NFC').replaceAll('\r\n', '\n').trim() }),
};
