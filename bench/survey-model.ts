import { Model } from 'survey-core';
import { choices, differences, others, pairs } from './survey-form.ts';

const inputs = {
  select_one: { type: 'radiogroup', choices },
  select_multiple: { type: 'checkbox', choices },
  text: { type: 'comment' },
  date: { type: 'text', inputType: 'date' },
};

/** The same form as a survey-core model: `visibleIf`, an expression validator and expression questions, on one page. */
export function surveyModel(): Model {
  const model = new Model({
    // Answers to hidden questions stay and do not count, as in the engine.
    clearInvisibleValues: 'none',
    elements: [
      ...pairs.flatMap((key) => [
        { type: 'text', inputType: 'number', min: 0, name: `total_${key}`, isRequired: true },
        {
          type: 'text',
          inputType: 'number',
          min: 0,
          name: `part_${key}`,
          visibleIf: `{total_${key}} > 0`,
          validators: [
            { type: 'expression', expression: `{part_${key}} <= {total_${key}}`, text: `Phần ${key} vượt quá tổng.` },
          ],
        },
      ]),
      ...differences.map((key) => ({
        type: 'expression',
        name: `rest_${key}`,
        expression: `{total_${key}} - iif({part_${key}} notempty, {part_${key}}, 0)`,
      })),
      ...others.map(({ name, type }) => ({ name, ...inputs[type] })),
    ],
  });
  if (model.getAllQuestions().length !== 60) throw new Error('The model has other questions than the form');
  return model;
}

/** Takes a full answer set and checks it: what is visible, what the expressions give and what is wrong. */
export function checkWithModel(model: Model, answers: Record<string, unknown>) {
  model.data = answers;
  model.validate(true, false);
  return model;
}

/** What the model found, in the engine's words, to show that both do the same work. */
export function foundByModel(model: Model) {
  const questions = model.getAllQuestions();
  return {
    wrong: questions.filter(({ errors }) => errors.length > 0).map(({ name }) => name),
    relevant: questions.filter(({ isVisible }) => isVisible).map(({ name }) => name),
    rests: differences.map((key) => model.getValue(`rest_${key}`)),
  };
}
