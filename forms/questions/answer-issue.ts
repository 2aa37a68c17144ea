import type { Question } from '../definition/schema.ts';
import type { Issue } from '../issue.ts';

/** An error on a question's answer; its path is the question's name. */
export function answerIssue(question: Question, code: string, vi: string, en: string): Issue {
  return { code, severity: 'error', path: question.name, message: { vi, en } };
}

/** The value's JSON type is not the one that the question's type stores. */
export function wrongType(question: Question, expected: { vi: string; en: string }): Issue {
  return answerIssue(
    question,
    'wrong_type',
    `Câu trả lời phải là ${expected.vi}.`,
    `The answer has to be ${expected.en}.`,
  );
}
