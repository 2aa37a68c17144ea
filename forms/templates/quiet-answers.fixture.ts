import type { FormDefinition, Level, Question } from '../definition/schema.ts';
import type { CommuneInput } from '../scoring/scorecard.ts';
import type { Answers, Value } from '../value.ts';

/** What is not 0, yes or blank where nothing happened and everything was done, in whichever plan asks for it. */
const done: Answers = {
  population: 600,
  households_total: 120,
  households_committed: 120,
  households_informed: 120,
  no_plant_pledges: 120,
  propaganda_teams: 1,
  months_with_comms: 11,
  evidence: 'Biên bản họp thôn ngày 28/11',
  as_of: '2025-11-30',
  models_effective: 1,
  union_models: 1,
  youth_models: 1,
  comms_models: 1,
  reintegration_models: 1,
  models_evidence: 'Quyết định số 12/QĐ-UBND',
  commune_session_months: 11,
  broadcasts: 47,
  forums: 3,
  survey_rounds: 1,
  tv_reports: 1,
  list_updated_on: '2025-11-15',
  review_done_on: '2025-11-20',
  drug_class: 'V',
  green_zone: 'green',
};

/** A unit's answers to a template that leave nothing to correct and nothing to criticise. */
export function quietAnswers(template: FormDefinition, level: Level): Answers {
  const questions = template.sections
    .filter((section) => section.level === level)
    .flatMap((section) => section.questions);
  return Object.fromEntries(questions.map((question) => [question.name, quietAnswer(question)]));
}

function quietAnswer({ name, type }: Question): Value {
  if (Object.hasOwn(done, name)) return done[name] ?? null;
  return type === 'integer' || type === 'decimal' ? 0 : 'yes';
}

/** A commune of such villages, each with what is said otherwise of it; null for one that has not answered. */
export function quietInput(
  template: FormDefinition,
  villages: (Answers | null)[] = [{}],
  commune: Answers = {},
): CommuneInput {
  const quiet = quietAnswers(template, 'village');
  return {
    commune: { ...quietAnswers(template, 'commune'), ...commune },
    attributes: {},
    villages: villages.map((answers, i) => ({
      id: `v${i + 1}`,
      name: `Thôn ${i + 1}`,
      answers: answers && { ...quiet, ...answers },
    })),
  };
}
