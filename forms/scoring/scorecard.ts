import type { Answers, Value } from '../value.ts';

/** Everything that decides one commune's score beside the form version itself. */
export interface CommuneInput {
  commune: Answers;
  /** Attributes of the unit set by the province, read like commune answers: `on_key_route`. */
  attributes: Record<string, Value>;
  /**
   * The villages expected in the round, as frozen at its opening; one that has not answered has `answers: null`. `name` and
   * `kind` (bản, tổ dân phố: the unit's own word) are used in explanations only.
   */
  villages: { id: string; name?: string; kind?: string; answers: Answers | null }[];
  previous?: CommuneInput;
  baseline?: CommuneInput;
  /**
   * The earlier rounds that are left out because only a part of some predecessor came over to this commune: nobody knows which
   * part of its figures did (docs/domain.md §6).
   */
  partlyMerged?: ('previous' | 'baseline')[];
}

export type CriterionStatus = 'met' | 'not_met' | 'undetermined' | 'not_applicable';

/** What is known of a number: `[low, high]`, `high` being null where there is no upper bound. */
export type Bounds = [low: number, high: number | null];

export interface CriterionResult {
  id: string;
  status: CriterionStatus;
  requirement: boolean;
  /**
   * Null while it is not exactly known; `bounds` then says what is. Where several measures must all be met, the numbers are
   * those of the first that is not met, else of the first that is open, else of the first.
   */
  numerator: number | null;
  denominator: number | null;
  bounds: { numerator: Bounds | null; denominator: Bounds | null };
  /**
   * The smallest change of the numerator that would meet the criterion, in the measure's own unit, always positive:
   * 12 more households to sign, 1 fewer hotspot. 0 when met, null when it cannot be said.
   */
  shortfall: number | null;
  /**
   * Why the status is what it is, where it is not plain: `vacuous`, `invalid_zero`, `missing_villages`, `blank_answers`, or
   * `no_earlier_figures` where the previous round or the baseline that it compares with does not have them, `partly_merged`
   * where it has them of predecessors of which only a part came over.
   */
  reason: string | null;
  /** One sentence: what was compared, with which numbers, and what is missing. */
  explanation: { vi: string; en: string };
}

export interface Scorecard {
  /** True when every requirement is met and every expected village has answered; false once one is not met; else null. */
  ready: boolean | null;
  /** 0 to 100 beside the verdict; it never replaces it. Null without criteria or while nothing is known. */
  index: number | null;
  class: { code: string; determined: boolean; possible: string[]; flags: string[] } | null;
  coverage: { expected: number; answered: number };
  criteria: CriterionResult[];
}
