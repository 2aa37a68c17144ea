import type { Criterion } from '../definition/schema.ts';
import { asTruth } from '../expression/score/coerce.ts';
import type { Exact } from '../expression/score/exact.ts';
import { isPoint } from '../expression/score/interval.ts';
import type { CompiledCriterion } from './compile-scoring.ts';
import { type Contribution, contributionsOf } from './contributions.ts';
import { type Gaps, gapsOf } from './gaps.ts';
import type { CommuneUnit } from './input-scope.ts';
import { type Measured, measured, nearestMeeting } from './measure.ts';
import type { CriterionStatus } from './scorecard.ts';
import { type Verdict, verdict } from './verdict.ts';

/** A criterion with all that its result, its explanation and the index are made of. */
export interface Judged {
  criterion: Criterion;
  status: CriterionStatus;
  reason: string | null;
  /** Null for a test. */
  measured: Measured | null;
  /** The nearest numerator that would meet the measure. */
  nearest: Exact | null;
  /** What is not known; null where everything that counts is. */
  gaps: Gaps | null;
  /** Which villages a measure that is not met fails in. */
  contributions: readonly Contribution[];
}

/** Judges one criterion over a commune (docs/domain.md §3). */
export function judge(compiled: CompiledCriterion, unit: CommuneUnit): Judged {
  const { criterion, applicable, test, measure, reads } = compiled;
  const { scope } = unit;
  const applies = applicable ? asTruth(applicable.run(scope)) : true;
  const values = measure && measured(measure, scope);
  const { met, reason }: Verdict =
    measure && values ? verdict(measure.measure, values) : { met: test && asTruth(test.run(scope)), reason: null };
  const status = applies === false ? 'not_applicable' : applies === null ? 'undetermined' : statusOf(met);
  const isOpen = status === 'undetermined' || (values !== null && !isExact(values));
  const gaps = isOpen ? gapsOf(reads, unit) : null;
  return {
    criterion,
    status,
    // The verdict's reason is the criterion's only when it applies.
    reason: applies === true && reason ? reason : status === 'undetermined' ? whyOpen(gaps) : null,
    measured: values,
    nearest: measure && values ? nearestMeeting(measure, values) : null,
    gaps,
    contributions: measure && status === 'not_met' ? contributionsOf(measure, unit) : [],
  };
}

function isExact({ numerator, denominator }: Measured): boolean {
  return isPoint(numerator) && (denominator === null || isPoint(denominator));
}

function statusOf(met: boolean | null): CriterionStatus {
  return met === null ? 'undetermined' : met ? 'met' : 'not_met';
}

/** With everything known, only a division by 0 can leave a rule open. */
function whyOpen(gaps: Gaps | null): string {
  if (gaps && gaps.missing.length > 0) return 'missing_villages';
  if (gaps && (gaps.blankIn.length > 0 || gaps.blankInCommune)) return 'blank_answers';
  return gaps?.earlier ? 'no_earlier_figures' : 'invalid_zero';
}
