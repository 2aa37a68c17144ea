import * as exact from '../expression/score/exact.ts';
import { isPoint } from '../expression/score/interval.ts';
import type { NumberValue } from '../expression/score/value.ts';
import { explain } from './explain.ts';
import type { Judged, JudgedMeasure } from './judge.ts';
import type { Bounds, CriterionResult } from './scorecard.ts';

/**
 * What is handed out of a judged criterion: exact numbers become JSON numbers here, after everything is decided. Of several
 * measures the numbers are those of the first that is not met, else of the first that is open, else of the first.
 */
export function criterionResult(judged: Judged): CriterionResult {
  const { criterion, status, reason, measures } = judged;
  const shown = measures.find(({ met }) => met === false) ?? measures.find(({ met }) => met === null) ?? measures[0];
  const numerator = shown?.measured.numerator ?? null;
  const denominator = shown?.measured.denominator ?? null;
  return {
    id: criterion.id,
    status,
    requirement: criterion.requirement,
    numerator: exactly(numerator),
    denominator: exactly(denominator),
    bounds: { numerator: bounds(numerator), denominator: bounds(denominator) },
    shortfall: status === 'met' ? 0 : status === 'not_met' && shown ? shortfall(shown) : null,
    reason,
    explanation: explain(judged),
  };
}

function shortfall({ measured, nearest }: JudgedMeasure): number | null {
  if (nearest === null || !isPoint(measured.numerator)) return null;
  return Math.abs(exact.toNumber(exact.sub(nearest, measured.numerator.lo)));
}

function exactly(value: NumberValue | null): number | null {
  return value && isPoint(value) ? exact.toNumber(value.lo) : null;
}

function bounds(value: NumberValue | null): Bounds | null {
  if (!value || value.lo === null) return null;
  return [exact.toNumber(value.lo), value.hi === null ? null : exact.toNumber(value.hi)];
}
