import { describedBy, type FieldProps, invalid, questionId } from './field.ts';
import { FieldFrame } from './frame.tsx';

/** Free text; several lines where the form's `appearance` says so. */
export function TextField(field: FieldProps) {
  const { question, value, raw, issues } = field;
  const control = {
    id: questionId(question.name),
    name: question.name,
    'aria-describedby': describedBy(field),
    'aria-invalid': invalid(issues),
  };
  const typed = raw ?? value?.toString() ?? '';
  return (
    <FieldFrame {...field}>
      {question.appearance?.includes('multiline') ? (
        <textarea rows={4} {...control} value={typed} />
      ) : (
        <input type="text" {...control} value={typed} />
      )}
    </FieldFrame>
  );
}
