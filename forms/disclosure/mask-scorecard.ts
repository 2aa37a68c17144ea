import type { FormDefinition } from '../definition/schema.ts';
import { classify } from '../scoring/classify.ts';
import { criterionResult } from '../scoring/criterion-result.ts';
import { indexOf } from '../scoring/index-of.ts';
import { inputScope } from '../scoring/input-scope.ts';
import { type Judged, judge } from '../scoring/judge.ts';
import { scoreCommune } from '../scoring/score-commune.ts';
import type { CommuneInput, CriterionResult, Scorecard } from '../scoring/scorecard.ts';
import { disclosureFacts, questionsOf } from './facts.ts';
import { maskedExplanation } from './masked-explanation.ts';
import { type MeasureMarks, measureMarks, unmasked } from './masked-measure.ts';
import { maskedScope } from './masked-scope.ts';
import { totalMarks } from './totals.ts';

/** A criterion's result as everybody may see it. */
export interface MaskedCriterion extends CriterionResult {
  /** What stands in place of those numbers that are null here and are not unknown; null where nothing is masked. */
  masked: MeasureMarks | null;
  /** The questions whose figures it uses. */
  questions: string[];
}

export interface MaskedScorecard extends Omit<Scorecard, 'criteria'> {
  criteria: MaskedCriterion[];
}

/**
 * A commune's scorecard as everybody may see it (docs/domain.md §7). Every verdict is the exact one; numbers, index, class and
 * explanations follow from what may be published of each question's total (`marksOf`) and from nothing else.
 */
export function maskScorecard(definition: FormDefinition, input: CommuneInput): MaskedScorecard {
  const facts = disclosureFacts(definition);
  const { scoring } = facts;
  const unit = inputScope(scoring, input);
  const { ready, coverage } = scoreCommune(definition, input);
  const marks = totalMarks(unit.scope, facts);
  const begun = coverage.answered > 0 || Object.keys(input.commune).length > 0;
  const all = scoring.criteria.map((compiled) => {
    const judged = judge(compiled, unit);
    const each = judged.measures.map((measure, i) =>
      measureMarks(compiled.measures[i]!, measure, { facts, marks, begun }),
    );
    const saysSensitive = compiled.communeQuestions.some(({ question }) => facts.sensitive.has(question.name));
    return { compiled, judged: saysSensitive ? { ...judged, statements: [] } : judged, marks: each };
  });
  return {
    ready,
    index: indexOf(all.map(withoutShares), coverage.answered),
    class: scoring.classification && classify(scoring.classification, maskedScope(unit.scope, marks, facts), ready),
    coverage,
    criteria: all.map(({ compiled, judged, marks }) => ({
      ...maskedResult(judged, marks),
      questions: questionsOf(compiled, facts),
    })),
  };
}

interface MarkedCriterion {
  judged: Judged;
  marks: readonly MeasureMarks[];
}

/** For the index: of a measure that is masked and not met nothing is attained. */
function withoutShares({ judged, marks }: MarkedCriterion): Judged {
  const nothing = { kind: 'number' as const, lo: null, hi: null };
  return {
    ...judged,
    measures: judged.measures.map((measure, i) =>
      marks[i] === unmasked ? measure : { ...measure, measured: { ...measure.measured, numerator: nothing } },
    ),
  };
}

/** The result with marks for the measure that its numbers are of: the first that is not met, else the first that is open. */
function maskedResult(judged: Judged, marks: readonly MeasureMarks[]): Omit<MaskedCriterion, 'questions'> {
  const exact = criterionResult(judged);
  const explanation = maskedExplanation(judged, marks);
  const of = (met: boolean | null) => judged.measures.findIndex((measure) => measure.met === met);
  const place = [of(false), of(null), 0].find((index) => index >= 0)!;
  const own = marks[place] ?? unmasked;
  if (own === unmasked) return { ...exact, explanation, masked: null };
  const { numerator, denominator } = own;
  const shortfall = exact.status === 'met' || exact.shortfall === null ? null : own.shortfall;
  return {
    ...exact,
    numerator: numerator ? null : exact.numerator,
    denominator: denominator ? null : exact.denominator,
    bounds: {
      numerator: numerator ? null : exact.bounds.numerator,
      denominator: denominator ? null : exact.bounds.denominator,
    },
    shortfall: shortfall ? null : exact.shortfall,
    explanation,
    masked: { numerator, denominator, shortfall },
  };
}
