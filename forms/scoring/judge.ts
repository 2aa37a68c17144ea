import type { Criterion, Measure } from '../definition/schema.ts';
import { asTruth } from '../expression/score/coerce.ts';
import type { Exact } from '../expression/score/exact.ts';
import { isPoint } from '../expression/score/interval.ts';
import { and } from '../expression/score/logic.ts';
import type { CompiledCriterion } from './compile-scoring.ts';
import { type Contribution, contributionsOf } from './contributions.ts';
import { type Gaps, gapsOf } from './gaps.ts';
import type { CommuneUnit } from './input-scope.ts';
import { type CompiledMeasure, type Measured, measured, nearestMeeting } from './measure.ts';
import type { EarlierRound } from './reads.ts';
import type { CriterionStatus } from './scorecard.ts';
import { type Statement, statementsOf } from './statements.ts';
import { verdict } from './verdict.ts';

/** One measure of a criterion. */
export interface JudgedMeasure {
  measure: Measure;
  /** The round whose figure the numerator is compared with, where it is one. */
  comparedWith: EarlierRound | null;
  met: boolean | null;
  reason: Reason | null;
  measured: Measured;
  /** The nearest numerator that would meet the measure. */
  nearest: Exact | null;
  /** What is not known; null where everything that counts is. */
  gaps: Gaps | null;
  /** Which villages a measure that is not met fails in. */
  contributions: readonly Contribution[];
}

/** A criterion with all that its result, its explanation and the index are made of. */
export interface Judged {
  criterion: Criterion;
  status: CriterionStatus;
  reason: Reason | null;
  /** One, or several that must all be met; none for a test. */
  measures: readonly JudgedMeasure[];
  /** What is not known; null where everything that counts is. */
  gaps: Gaps | null;
  /** What the commune stated that a test looked at. */
  statements: readonly Statement[];
}

/** Why a result is as it is, where it is not plain (see `CriterionResult`). */
export type Reason =
  | 'vacuous'
  | 'invalid_zero'
  | 'missing_villages'
  | 'blank_answers'
  | 'no_earlier_figures'
  | 'partly_merged';

/** Judges one criterion over a commune (docs/domain.md §3). */
export function judge(compiled: CompiledCriterion, unit: CommuneUnit): Judged {
  const { criterion, applicable, test } = compiled;
  const applies = applicable ? asTruth(applicable.run(unit.scope)) : true;
  const measures = compiled.measures.map((measure) => judgeMeasure(measure, unit));
  const met = test
    ? asTruth(test.run(unit.scope))
    : measures.reduce<boolean | null>((all, part) => and(all, part.met), true);
  const status = applies === false ? 'not_applicable' : applies === null ? 'undetermined' : statusOf(met);
  const isOpen = status === 'undetermined';
  const gaps = isOpen || measures.some((part) => part.gaps) ? gapsOf(compiled.reads, unit) : null;
  return {
    criterion,
    status,
    // What the measures stumble over is the criterion's reason only when it applies.
    reason: isOpen && gaps ? openReason(gaps, applies ? measures : []) : isVacuous(status, measures) ? 'vacuous' : null,
    measures,
    gaps,
    statements: test ? statementsOf(compiled, unit) : [],
  };
}

function judgeMeasure(compiled: CompiledMeasure, unit: CommuneUnit): JudgedMeasure {
  const { measure, comparedWith, reads } = compiled;
  const values = measured(compiled, unit.scope);
  const { met, reason } = verdict(measure, values);
  const gaps = met === null || !isExact(values) ? gapsOf(reads, unit) : null;
  return {
    measure,
    comparedWith,
    met,
    reason: reason ?? (met === null && gaps ? whyOpen(gaps) : null),
    measured: values,
    nearest: nearestMeeting(compiled, values),
    gaps,
    contributions: met === false ? contributionsOf(compiled, unit) : [],
  };
}

/** An input error is told first: nothing that arrives later corrects it. */
function openReason(gaps: Gaps, measures: readonly JudgedMeasure[]): Reason {
  return measures.some(({ reason }) => reason === 'invalid_zero') ? 'invalid_zero' : whyOpen(gaps);
}

/** Of several measures, nothing arose only where nothing arose for each. */
function isVacuous(status: CriterionStatus, measures: readonly JudgedMeasure[]): boolean {
  return status === 'met' && measures.length > 0 && measures.every(({ reason }) => reason === 'vacuous');
}

function isExact({ numerator, denominator }: Measured): boolean {
  return isPoint(numerator) && (denominator === null || isPoint(denominator));
}

function statusOf(met: boolean | null): CriterionStatus {
  return met === null ? 'undetermined' : met ? 'met' : 'not_met';
}

/** With everything known, only a division by 0 can leave a rule open. */
function whyOpen(gaps: Gaps): Reason {
  if (gaps.missing.length > 0) return 'missing_villages';
  if (gaps.blankIn.length > 0 || gaps.blankInCommune) return 'blank_answers';
  if (gaps.partlyMerged) return 'partly_merged';
  return gaps.earlier ? 'no_earlier_figures' : 'invalid_zero';
}
