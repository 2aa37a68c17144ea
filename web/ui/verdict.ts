import type { CriterionStatus, Scorecard } from '../../forms/index.ts';

/** What a verdict's sentence counts. Objectives never take part. */
export interface Verdict {
  /** `met` ready, `not_met` not ready, `undetermined`; `not_applicable` where the form sets no requirement to be ready by. */
  kind: CriterionStatus;
  requirements: number;
  notMet: number;
  undetermined: number;
  /** Expected villages without any answer. */
  missingVillages: number;
}

/** The verdict as the scorecard gives it, with the numbers that explain it. */
export function verdictOf(scorecard: Scorecard): Verdict {
  const requirements = scorecard.criteria.filter((criterion) => criterion.requirement);
  const having = (status: string) => requirements.filter((criterion) => criterion.status === status).length;
  return {
    kind: requirements.length === 0 ? 'not_applicable' : kindOf(scorecard.ready),
    requirements: requirements.length,
    notMet: having('not_met'),
    undetermined: having('undetermined'),
    missingVillages: scorecard.coverage.expected - scorecard.coverage.answered,
  };
}

function kindOf(ready: boolean | null): CriterionStatus {
  if (ready === null) return 'undetermined';
  return ready ? 'met' : 'not_met';
}
