import { checkDefinition } from '../definition/check-definition.ts';
import type { Calculation, Criterion, FormDefinition, Measure, Question } from '../definition/schema.ts';
import type { Answers } from '../value.ts';
import { scoreCommune } from './score-commune.ts';
import type { CommuneInput, CriterionResult, Scorecard } from './scorecard.ts';

/** A form of a few village questions and the criteria given, for rules that no plan's template has. */
export function smallForm(
  criteria: Partial<Criterion>[],
  questions: Partial<Question>[] = [],
  calculations: Calculation[] = [],
): FormDefinition {
  const asked = [{ name: 'part' }, { name: 'total' }, { name: 'area', type: 'decimal' }, ...questions];
  const { definition, issues } = checkDefinition({
    id: 'small',
    title: { vi: 'Phiếu nhỏ' },
    languages: ['vi'],
    sections: [
      {
        name: 'village',
        level: 'village',
        label: { vi: 'Thôn' },
        questions: asked.map((question) => ({ type: 'integer', label: { vi: question.name }, ...question })),
      },
      {
        name: 'commune',
        level: 'commune',
        label: { vi: 'Xã' },
        questions: [{ type: 'integer', name: 'models', label: { vi: 'Mô hình' } }],
      },
    ],
    calculations,
    criteria: criteria.map((criterion, i) => ({
      id: `C${i + 1}`,
      title: { vi: `Tiêu chí ${i + 1}` },
      clause: 'I.1',
      requirement: true,
      ...criterion,
    })),
  });
  if (!definition) throw new Error(JSON.stringify(issues));
  return definition;
}

/** `sum(part)` against `target × sum(total)`. */
export function share(comparison: Measure['comparison'], target: number, empty?: Measure['empty']): Measure {
  return { numerator: 'sum(${part})', denominator: 'sum(${total})', comparison, target, ...(empty && { empty }) };
}

export function score(
  form: FormDefinition,
  villages: (Answers | null)[],
  more: Partial<CommuneInput> = {},
): Scorecard & { first: CriterionResult } {
  const input: CommuneInput = { commune: {}, attributes: {}, villages: inVillages(villages), ...more };
  const card = scoreCommune(form, input);
  return { ...card, first: card.criteria[0]! };
}

export function inVillages(all: (Answers | null)[]): CommuneInput['villages'] {
  return all.map((answers, i) => ({ id: `v${i + 1}`, name: `Thôn ${i + 1}`, answers }));
}
