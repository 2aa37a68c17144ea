import { textIn } from '../../../forms/index.ts';
import { langOf } from '../language.ts';
import { type FieldProps, questionId } from './field.ts';

/** Text between questions; nothing to answer. */
export function Note({ question, language }: FieldProps) {
  const hint = textIn(question.hint, language);
  return (
    <div class="note" id={questionId(question.name)}>
      <p lang={langOf(question.label, language)}>{textIn(question.label, language)}</p>
      {hint && (
        <p class="hint" lang={langOf(question.hint, language)}>
          {hint}
        </p>
      )}
    </div>
  );
}
