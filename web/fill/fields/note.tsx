import { textIn } from '../../../forms/index.ts';
import { type FieldProps, questionId } from './field.ts';

/** Text between questions; nothing to answer. */
export function Note({ question, language }: FieldProps) {
  const hint = textIn(question.hint, language);
  return (
    <div class="note" id={questionId(question.name)}>
      <p>{textIn(question.label, language)}</p>
      {hint && <p class="hint">{hint}</p>}
    </div>
  );
}
