import { wrongType } from './answer-issue.ts';
import type { QuestionTypeEntry } from './question-type.ts';

/** A box to tick; ticked it is the text `OK`, as XLSForm has it, otherwise blank. */
export const acknowledge: QuestionTypeEntry = {
  kind: 'string',
  asked: true,
  validate: (value, question) =>
    value === 'OK' ? null : wrongType(question, { vi: '“OK” hoặc để trống', en: '“OK” or blank' }),
  // A browser sends a ticked box as `on` unless the page says otherwise, and an unticked one not at all.
  parse(raw, question) {
    if (raw === 'OK' || raw === 'on') return { value: 'OK' };
    return { issue: wrongType(question, { vi: '“OK” hoặc để trống', en: '“OK” or blank' }) };
  },
};
