import type { Measure } from '../definition/schema.ts';
import { asNumber } from '../expression/score/coerce.ts';
import type { Exact } from '../expression/score/exact.ts';
import * as exact from '../expression/score/exact.ts';
import { isPoint, mul } from '../expression/score/interval.ts';
import type { ScoreScope } from '../expression/score/scope.ts';
import { exactly, type NumberValue } from '../expression/score/value.ts';
import { compileScoreRule, type ScoreRule } from './compile-score-rule.ts';
import type { CriterionReads } from './gaps.ts';
import { type EarlierRound, readsOf, roundOf } from './reads.ts';

export interface CompiledMeasure {
  measure: Measure;
  numerator: ScoreRule;
  denominator: ScoreRule | null;
  target: NumberValue;
  /** The round whose figure is the denominator, so that the measure is about a change and not about a share. */
  comparedWith: EarlierRound | null;
  reads: CriterionReads;
  /** Whether the numerator can only be a whole number, so that the next one above 3 is 4. */
  countsWhole: boolean;
}

export function compileMeasure(
  measure: Measure,
  calculations: ReadonlyMap<string, ScoreRule>,
  isWhole: (name: string) => boolean,
  criterionReads: (rules: readonly ScoreRule[]) => CriterionReads,
): CompiledMeasure {
  const numerator = compileScoreRule(measure.numerator);
  const denominator = measure.denominator === undefined ? null : compileScoreRule(measure.denominator);
  const { current, fractions } = readsOf([numerator], calculations);
  return {
    measure,
    numerator,
    denominator,
    comparedWith: denominator && roundOf(denominator.ast),
    reads: criterionReads(denominator ? [numerator, denominator] : [numerator]),
    // The schema takes finite numbers only.
    target: exactly(exact.exactFromNumber(measure.target)!),
    countsWhole: !fractions && [...current].every(isWhole),
  };
}

/** What a measure came to. */
export interface Measured {
  numerator: NumberValue;
  denominator: NumberValue | null;
  /** `target`, times the denominator where there is one: what the numerator is compared with. */
  threshold: NumberValue;
}

export function measured({ numerator, denominator, target }: CompiledMeasure, scope: ScoreScope): Measured {
  const below = denominator && asNumber(denominator.run(scope));
  return {
    numerator: asNumber(numerator.run(scope)),
    denominator: below,
    threshold: below ? mul(target, below) : target,
  };
}

/**
 * The numerator nearest to the threshold that meets the comparison, the denominator staying as it is: from 1.95 up, 2 of whole
 * things, and of nothing, nothing. Null while the threshold is not exactly known, and where no whole number meets it.
 */
export function nearestMeeting({ measure, countsWhole }: CompiledMeasure, values: Measured): Exact | null {
  const { denominator, threshold } = values;
  if (!isPoint(threshold)) return null;
  if (measure.empty === 'met' && denominator && isPoint(denominator) && exact.sign(denominator.lo) === 0) return 0;
  const at = threshold.lo;
  if (!countsWhole) return at;
  switch (measure.comparison) {
    case '=':
      return exact.compare(exact.floor(at), at) === 0 ? at : null;
    case '>=':
      return exact.ceil(at);
    case '>':
      return exact.add(exact.floor(at), 1);
    case '<=':
      return exact.floor(at);
    case '<':
      return exact.sub(exact.ceil(at), 1);
  }
}
