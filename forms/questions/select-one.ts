import { answerIssue, wrongType } from './answer-issue.ts';
import type { QuestionTypeEntry } from './question-type.ts';

/** One choice, stored by its name. */
export const selectOne: QuestionTypeEntry = {
  kind: 'string',
  asked: true,
  validate(value, question, choices) {
    if (typeof value !== 'string') return wrongType(question, { vi: 'một lựa chọn', en: 'one choice' });
    return choices.has(value) ? null : unknownChoice(question, value);
  },
  parse: (raw) => ({ value: raw.trim() }),
};

/** A choice that is not in the list, or that the question's `choice_filter` leaves out. */
export function unknownChoice(question: Parameters<typeof answerIssue>[0], name: string) {
  return answerIssue(
    question,
    'unknown_choice',
    `“${name}” không có trong danh sách. Chọn lại.`,
    `“${name}” is not in the list. Choose again.`,
  );
}
