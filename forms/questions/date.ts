import { answerIssue, wrongType } from './answer-issue.ts';
import type { QuestionTypeEntry } from './question-type.ts';

/** A calendar date, stored as `YYYY-MM-DD`; people may also type it as dd/MM/yyyy. */
export const date: QuestionTypeEntry = {
  kind: 'date',
  asked: true,
  validate(value, question) {
    if (typeof value !== 'string') return wrongType(question, { vi: 'một ngày', en: 'a date' });
    return isCalendarDate(value) ? null : notADate(question);
  },
  parse(raw, question) {
    const typed = raw.normalize('NFKC').trim();
    const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed);
    const [, day = '', month = '', year = ''] = dayFirst ?? [];
    const value = dayFirst ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed;
    return isCalendarDate(value) ? { value } : { issue: notADate(question) };
  },
};

function notADate(question: Parameters<typeof answerIssue>[0]) {
  return answerIssue(
    question,
    'not_a_date',
    'Ngày này chưa đúng. Ghi ngày/tháng/năm, ví dụ 30/11/2024.',
    'This is not a date. Write day/month/year, for example 30/11/2024.',
  );
}

function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}
