import { explain } from '../../forms/scoring/explain.ts';
import type { Judged } from '../../forms/scoring/judge.ts';
import type { CriterionResult } from '../../forms/scoring/scorecard.ts';

/**
 * The page's script is built with these in place of forms/scoring/criterion-result.ts and index-of.ts (client-scripts.ts): what
 * the page shows of a verdict, which are its signs and sentences. Numbers for programs and the index are the server's to give.
 */
export const criterionResult = (judged: Judged) =>
  ({
    id: judged.criterion.id,
    status: judged.status,
    requirement: judged.criterion.requirement,
    explanation: explain(judged),
  }) as CriterionResult;

export const indexOf = () => null;
