import { describedBy, type FieldProps, invalid, questionId } from './field.ts';
import { FieldFrame } from './frame.tsx';

/** A calendar date in the browser's own picker, or as plain text where what was typed was no date and must be shown again. */
export function DateField(field: FieldProps) {
  const { question, value, raw, issues } = field;
  const control = {
    class: 'date',
    id: questionId(question.name),
    name: question.name,
    'aria-describedby': describedBy(field),
    'aria-invalid': invalid(issues),
  };
  return (
    <FieldFrame {...field}>
      {raw === undefined ? (
        <input type="date" {...control} value={value?.toString() ?? ''} />
      ) : (
        <input type="text" {...control} value={raw} />
      )}
    </FieldFrame>
  );
}
