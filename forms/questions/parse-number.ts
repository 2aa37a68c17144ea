import type { Question } from '../definition/schema.ts';
import { answerIssue } from './answer-issue.ts';
import type { ParsedAnswer } from './question-type.ts';
import { readNumber } from './read-number.ts';

/** Reads a number field; `not_a_number` leaves the text with the caller, so that nothing typed is emptied in silence. */
export function parseNumber(raw: string, question: Question): ParsedAnswer {
  const value = readNumber(raw);
  if (value !== null) return { value };
  return {
    issue: answerIssue(
      question,
      'not_a_number',
      'Chưa đọc được số này. Chỉ ghi chữ số, ví dụ 1.234 hoặc 12,5.',
      'This could not be read as a number. Write digits only, for example 1.234 or 12,5.',
    ),
  };
}
