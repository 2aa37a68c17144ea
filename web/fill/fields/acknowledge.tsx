import { isBlank } from '../../../forms/index.ts';
import { type FieldProps, invalid, questionId } from './field.ts';
import { GroupFrame } from './frame.tsx';

/** One box to tick under what is to be acknowledged; XLSForm's answer to it is `OK`. */
export function AcknowledgeField(field: FieldProps) {
  const { question, value, issues, text } = field;
  const { name } = question;
  return (
    <GroupFrame {...field}>
      <div class="choices">
        <label class="choice">
          <input
            type="checkbox"
            id={questionId(name)}
            name={name}
            value="OK"
            checked={!isBlank(value)}
            aria-invalid={invalid(issues)}
          />
          <span>{text.section.acknowledge}</span>
        </label>
      </div>
    </GroupFrame>
  );
}
