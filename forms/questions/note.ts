import { answerIssue } from './answer-issue.ts';
import type { QuestionTypeEntry } from './question-type.ts';

/** Words on the page; never answered. */
export const note: QuestionTypeEntry = {
  kind: null,
  asked: false,
  validate: (_value, question) =>
    answerIssue(
      question,
      'not_asked',
      'Mục này chỉ để đọc, không có câu trả lời.',
      'This is a note and takes no answer.',
    ),
  parse: () => ({ value: null }),
};
