import type { QuestionType } from '../definition/schema.ts';
import { acknowledge } from './acknowledge.ts';
import { calculate } from './calculate.ts';
import { date } from './date.ts';
import { decimal } from './decimal.ts';
import { hidden } from './hidden.ts';
import { integer } from './integer.ts';
import { note } from './note.ts';
import type { QuestionTypeEntry } from './question-type.ts';
import { range } from './range.ts';
import { selectMultiple } from './select-multiple.ts';
import { selectOne } from './select-one.ts';
import { text } from './text.ts';

/** Every question type of the survey language by its XLSForm name. */
export const questionTypeEntries: Record<QuestionType, QuestionTypeEntry> = {
  integer,
  decimal,
  text,
  note,
  date,
  select_one: selectOne,
  select_multiple: selectMultiple,
  range,
  calculate,
  acknowledge,
  hidden,
};
