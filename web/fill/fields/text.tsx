import { describedBy, type FieldProps, invalid, questionId } from './field.ts';
import { FieldFrame } from './frame.tsx';

/** Free text; several lines where the form's `appearance` says so. */
export function TextField(field: FieldProps) {
  const { question, value, raw, issues, text } = field;
  const noteId = `n-${question.name}`;
  const control = {
    id: questionId(question.name),
    name: question.name,
    'aria-describedby': describedBy(field, [noteId]),
    'aria-invalid': invalid(issues),
  };
  const typed = raw ?? value?.toString() ?? '';
  return (
    <FieldFrame {...field}>
      <p class="hint" id={noteId}>
        {text.section.noPeople}
      </p>
      {question.appearance?.includes('multiline') ? (
        <textarea rows={4} {...control} value={typed} />
      ) : (
        <input type="text" {...control} value={typed} />
      )}
    </FieldFrame>
  );
}
