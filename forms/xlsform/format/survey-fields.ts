import { levels } from '../../definition/schema.ts';
import type { Field } from './field.ts';

/** The `survey` sheet's columns for a question, in the order in which they are written. */
export const questionFields: readonly Field[] = [
  { column: 'name', kind: 'name', always: true, width: 26 },
  { column: 'label', kind: 'labels', always: true, width: 44 },
  { column: 'hint', kind: 'labels', width: 44 },
  { column: 'guidance_hint', kind: 'labels', width: 44 },
  { column: 'unit', kind: 'labels', width: 12 },
  { column: 'required', kind: 'rule', width: 20 },
  { column: 'required_message', kind: 'labels', width: 44 },
  { column: 'relevant', kind: 'expression', width: 36 },
  { column: 'constraint', kind: 'expression', width: 36 },
  { column: 'constraint_message', kind: 'labels', width: 44 },
  { column: 'calculation', kind: 'expression', width: 36 },
  { column: 'default', kind: 'default', width: 14 },
  { column: 'readonly', kind: 'rule', width: 14 },
  { column: 'appearance', kind: 'text', width: 16 },
  { column: 'choice_filter', kind: 'expression', width: 36 },
  { column: 'parameters', kind: 'parameters', width: 24 },
  // A list of choices beside a type that does not name one; for selects it stands in the type, as XLSForm has it.
  { column: 'choices', kind: 'name', width: 16 },
];

/** The columns that mean something on a row that begins a group or a repeat. */
export const sectionFields: readonly Field[] = [
  { column: 'name', kind: 'name' },
  { column: 'level', kind: 'word', options: levels, width: 12 },
  { column: 'label', kind: 'labels', needed: true },
  { column: 'relevant', kind: 'expression' },
];

/** Every column of the sheet. */
export const surveyFields: readonly Field[] = [
  { column: 'type', kind: 'text', always: true, width: 24 },
  questionFields[0]!,
  { column: 'level', kind: 'word', options: levels, always: true, width: 12 },
  ...questionFields.slice(1),
  // A row that is switched off, as pyxform has it.
  { column: 'disabled', kind: 'text' },
];
