import { textIn } from '../../../forms/index.ts';
import { describedBy, type FieldProps, invalid, questionId } from './field.ts';
import { FieldFrame } from './frame.tsx';

/** One choice of a long list, for forms that ask for it with the appearance `minimal`. */
export function SelectListField(field: FieldProps) {
  const { question, value, raw, choices, issues, language, text } = field;
  const chosen = raw ?? value ?? '';
  return (
    <FieldFrame {...field}>
      <select
        id={questionId(question.name)}
        name={question.name}
        aria-describedby={describedBy(field)}
        aria-invalid={invalid(issues)}
      >
        <option value="">{text.section.selectOne}</option>
        {choices.map((choice) => (
          <option key={choice.name} value={choice.name} selected={chosen === choice.name}>
            {textIn(choice.label, language)}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
