import { choices, differences, others, pairs } from '../survey-form.ts';

const inputs = {
  select_one: { type: 'radiogroup', choices },
  select_multiple: { type: 'checkbox', choices },
  text: { type: 'comment' },
  date: { type: 'text', inputType: 'date' },
};

/** The form of the comparison as a SurveyJS definition: one page, `visibleIf`, expression validators and expression questions. */
export const surveyJson = {
  elements: [
    ...pairs.flatMap((key) => [
      { type: 'text', inputType: 'number', min: 0, name: `total_${key}`, isRequired: true },
      {
        type: 'text',
        inputType: 'number',
        min: 0,
        name: `part_${key}`,
        visibleIf: `{total_${key}} > 0`,
        validators: [{ type: 'expression', expression: `{part_${key}} <= {total_${key}}` }],
      },
    ]),
    ...differences.map((key) => ({
      type: 'expression',
      name: `rest_${key}`,
      expression: `{total_${key}} - iif({part_${key}} notempty, {part_${key}}, 0)`,
    })),
    ...others.map(({ name, type }) => ({ name, ...inputs[type] })),
  ],
};
