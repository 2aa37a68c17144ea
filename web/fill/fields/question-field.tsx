import type { ComponentType } from 'preact';
import type { QuestionType } from '../../../forms/index.ts';
import { AcknowledgeField } from './acknowledge.tsx';
import { DateField } from './date.tsx';
import type { FieldProps } from './field.ts';
import { Note } from './note.tsx';
import { NumberField } from './number.tsx';
import { ReadOnlyField } from './read-only.tsx';
import { SelectListField } from './select-list.tsx';
import { SelectMultipleField } from './select-multiple.tsx';
import { SelectOneField } from './select-one.tsx';
import { TextField } from './text.tsx';

/** How each type of question is asked; `null` for those that are computed and never shown. */
const fields: Record<QuestionType, ComponentType<FieldProps> | null> = {
  integer: NumberField,
  decimal: NumberField,
  range: NumberField,
  text: TextField,
  note: Note,
  date: DateField,
  select_one: SelectOneField,
  select_multiple: SelectMultipleField,
  acknowledge: AcknowledgeField,
  calculate: null,
  hidden: null,
};

/** The field of one question, whatever its type. */
export function QuestionField(field: FieldProps) {
  const { question } = field;
  const Field = fields[question.type];
  if (!Field) return null;
  if (question.readonly === true && question.type !== 'note') return <ReadOnlyField {...field} />;
  if (question.type === 'select_one' && question.appearance?.includes('minimal')) return <SelectListField {...field} />;
  return <Field {...field} />;
}
