import type { FormDefinition } from '../definition/schema.ts';
import { classify } from './classify.ts';
import { compileScoring } from './compile-scoring.ts';
import { criterionResult } from './criterion-result.ts';
import { indexOf } from './index-of.ts';
import { inputScope } from './input-scope.ts';
import { type Judged, judge } from './judge.ts';
import type { CommuneInput, Scorecard } from './scorecard.ts';

/**
 * Scores one commune against a form's criteria and classification, exactly: no float decides a threshold, and what is not
 * known (a village that has not answered, a blank) leaves open only what it could still change (docs/domain.md §3).
 *
 * The same form, input and engine always give the same scorecard, whatever the order of the villages.
 *
 * @throws when the definition is not one that `checkDefinition` accepts.
 */
export function scoreCommune(definition: FormDefinition, input: CommuneInput): Scorecard {
  const scoring = compileScoring(definition);
  const unit = inputScope(scoring, input);
  const judged = scoring.criteria.map((criterion) => judge(criterion, unit));
  const coverage = {
    expected: unit.villages.length,
    answered: unit.villages.filter((village) => village.answered).length,
  };
  const ready = readiness(judged, coverage);
  return {
    ready,
    index: indexOf(judged, coverage.answered),
    class: scoring.classification && classify(scoring.classification, unit.scope, ready),
    coverage,
    criteria: judged.map(criterionResult),
  };
}

/** False once one requirement is not met; true when each is met or does not apply and every expected village has answered. */
function readiness(judged: readonly Judged[], { expected, answered }: Scorecard['coverage']): boolean | null {
  const statuses = judged.filter(({ criterion }) => criterion.requirement).map(({ status }) => status);
  if (statuses.includes('not_met')) return false;
  return answered === expected && !statuses.includes('undetermined') ? true : null;
}
