import { formatNumber, textIn } from '../../../forms/index.ts';
import { describedBy, type FieldProps, invalid, questionId } from './field.ts';
import { FieldFrame } from './frame.tsx';

/**
 * A whole or decimal number, typed as text so that `1.234,5` can be written; the unit of measure stands behind. The value is
 * written the Vietnamese way in every language, because that is how the engine reads it back.
 */
export function NumberField(field: FieldProps) {
  const { question, value, raw, language, issues } = field;
  const { name } = question;
  const unit = textIn(question.unit, language);
  const bounds = rangeHint(field);
  const extra = [...(unit ? [`u-${name}`] : []), ...(bounds ? [`r-${name}`] : [])];
  return (
    <FieldFrame {...field}>
      {bounds && (
        <p class="hint" id={`r-${name}`}>
          {bounds}
        </p>
      )}
      <div class="measured">
        <input
          class="number"
          type="text"
          inputMode={question.type === 'integer' ? 'numeric' : 'decimal'}
          autocomplete="off"
          id={questionId(name)}
          name={name}
          value={raw ?? (typeof value === 'number' ? formatNumber(value, 'vi') : (value?.toString() ?? ''))}
          aria-describedby={describedBy(field, extra)}
          aria-invalid={invalid(issues)}
        />
        {unit && (
          <span class="unit-of-measure" id={`u-${name}`}>
            {unit}
          </span>
        )}
      </div>
    </FieldFrame>
  );
}

/** A `range` question's bounds, which XLSForm gives as `parameters`; a slider would need a script and hides that nothing was chosen. */
function rangeHint({ question, language, text }: FieldProps): string {
  const { start, end } = question.parameters ?? {};
  if (question.type !== 'range' || start === undefined || end === undefined) return '';
  return text.section.range(formatNumber(Number(start), language), formatNumber(Number(end), language));
}
