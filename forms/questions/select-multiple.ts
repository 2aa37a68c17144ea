import { answerIssue, wrongType } from './answer-issue.ts';
import type { QuestionTypeEntry } from './question-type.ts';
import { unknownChoice } from './select-one.ts';

/** Any number of choices, stored as a list of names; as text they are separated by spaces, as in XLSForm. */
export const selectMultiple: QuestionTypeEntry = {
  kind: 'list',
  asked: true,
  validate(value, question, choices) {
    if (!Array.isArray(value) || !value.every((name) => typeof name === 'string')) {
      return wrongType(question, { vi: 'một danh sách lựa chọn', en: 'a list of choices' });
    }
    const stranger = value.find((name) => !choices.has(name));
    if (stranger !== undefined) return unknownChoice(question, stranger);
    if (new Set(value).size < value.length) {
      return answerIssue(question, 'duplicate_choice', 'Một lựa chọn bị ghi hai lần.', 'A choice is given twice.');
    }
    return null;
  },
  parse: (raw) => ({ value: raw.split(/\s+/).filter((name) => name !== '') }),
};
