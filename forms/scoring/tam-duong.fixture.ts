import { tamDuong2024 } from '../templates/tam-duong-2024.ts';
import type { Answers } from '../value.ts';
import { scoreCommune } from './score-commune.ts';
import type { CommuneInput, CriterionResult, Scorecard } from './scorecard.ts';

/** A village of the Tam Đường form with nothing to report and everything signed, but for what is said otherwise. */
export function village(id: string, answers: Answers | null = {}, name = id): CommuneInput['villages'][number] {
  return { id, name, kind: 'bản', answers: answers && { ...quietVillage(), ...answers } };
}

export function quietVillage(): Answers {
  const questions = tamDuong2024.sections
    .filter(({ level }) => level === 'village')
    .flatMap((section) => section.questions);
  const zeros = questions.filter(({ type }) => type === 'integer' || type === 'decimal').map(({ name }) => [name, 0]);
  return {
    ...Object.fromEntries(zeros),
    population: 600,
    households_total: 120,
    households_committed: 120,
    no_plant_pledges: 120,
    hotline_board: 'yes',
    tip_box: 'yes',
  };
}

/** A commune that has what the plan asks of it. */
export const readyCommune: Answers = {
  models_effective: 1,
  union_models: 1,
  models_evidence: 'Quyết định số 12/QĐ-UBND',
  agencies_with_drugs: 0,
};

export function scored(villages: CommuneInput['villages'], commune: Answers = {}): Scorecard {
  return scoreCommune(tamDuong2024, { commune: { ...readyCommune, ...commune }, attributes: {}, villages });
}

export function criterion(card: Scorecard, id: string): CriterionResult {
  const found = card.criteria.find((result) => result.id === id);
  if (!found) throw new Error(`The form has no criterion ${id}`);
  return found;
}
