import { fieldsOf } from '../expression/date.ts';
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

/** Without a time of day. */
const isCalendarDate = (text: string): boolean => text.length === 10 && fieldsOf(text) !== null;
