import { formatNumber, isBlank, textIn } from '../../../forms/index.ts';
import { answerText } from '../answer-text.ts';
import { langOf } from '../language.ts';
import { type FieldProps, questionId } from './field.ts';

/** A question that the form answers itself. The value goes with the post unchanged, since a missing field would be taken for a blank. */
export function ReadOnlyField({ question, value, choices, language, text }: FieldProps) {
  return (
    <div class="question" id={questionId(question.name)}>
      <p class="question-label" lang={langOf(question.label, language)}>
        {textIn(question.label, language)}
      </p>
      <p>{answerText(question, value, choices, language) || text.readOnly.noAnswer}</p>
      {!isBlank(value) && (
        <input
          type="hidden"
          name={question.name}
          value={typeof value === 'number' ? formatNumber(value, 'vi') : value.toString()}
        />
      )}
    </div>
  );
}
