import { textIn } from '../../../forms/index.ts';
import { langOf } from '../language.ts';
import { type FieldProps, questionId } from './field.ts';
import { GroupFrame } from './frame.tsx';

/**
 * Radios: two choices stand side by side, more below each other. Nothing is chosen beforehand, because a blank is not a "no";
 * the last, small radio takes an answer back.
 */
export function SelectOneField(field: FieldProps) {
  const { question, value, raw, choices, language, text } = field;
  const { name } = question;
  const chosen = raw ?? value;
  return (
    <GroupFrame {...field} role="radiogroup">
      <div class={choices.length === 2 ? 'choices pair' : 'choices'}>
        {choices.map((choice, index) => (
          <label key={choice.name} class="choice">
            <input
              type="radio"
              id={index === 0 ? questionId(name) : undefined}
              name={name}
              value={choice.name}
              checked={chosen === choice.name}
            />
            <span lang={langOf(choice.label, language)}>{textIn(choice.label, language)}</span>
          </label>
        ))}
        <label class="choice unanswer">
          <input type="radio" name={name} value="" />
          <span>{text.section.unanswer}</span>
        </label>
      </div>
    </GroupFrame>
  );
}
