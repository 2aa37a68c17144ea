import { textIn } from '../../../forms/index.ts';
import { langOf } from '../language.ts';
import { type FieldProps, invalid, questionId } from './field.ts';
import { GroupFrame } from './frame.tsx';

/** Checkboxes; none ticked sends nothing, which the worker takes for a blank on a page that showed the question. */
export function SelectMultipleField(field: FieldProps) {
  const { question, value, choices, issues, language } = field;
  const { name } = question;
  const chosen = Array.isArray(value) ? value : [];
  return (
    <GroupFrame {...field}>
      <div class="choices">
        {choices.map((choice, index) => (
          <label key={choice.name} class="choice">
            <input
              type="checkbox"
              id={index === 0 ? questionId(name) : undefined}
              name={name}
              value={choice.name}
              checked={chosen.includes(choice.name)}
              aria-invalid={invalid(issues)}
            />
            <span lang={langOf(choice.label, language)}>{textIn(choice.label, language)}</span>
          </label>
        ))}
      </div>
    </GroupFrame>
  );
}
