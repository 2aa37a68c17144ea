import * as exact from '../expression/score/exact.ts';
import { isPoint } from '../expression/score/interval.ts';
import type { NumberValue } from '../expression/score/value.ts';
import { explain } from './explain.ts';
import type { Judged } from './judge.ts';
import type { Bounds, CriterionResult } from './scorecard.ts';

/** What is handed out of a judged criterion: exact numbers become JSON numbers here, after everything is decided. */
export function criterionResult(judged: Judged): CriterionResult {
  const { criterion, status, reason, measured } = judged;
  const numerator = measured?.numerator ?? null;
  const denominator = measured?.denominator ?? null;
  return {
    id: criterion.id,
    status,
    requirement: criterion.requirement,
    numerator: exactly(numerator),
    denominator: exactly(denominator),
    bounds: { numerator: bounds(numerator), denominator: bounds(denominator) },
    shortfall: shortfall(judged),
    reason,
    explanation: explain(judged),
  };
}

function shortfall({ status, measured, nearest }: Judged): number | null {
  if (status === 'met') return 0;
  if (status !== 'not_met' || !measured || nearest === null || !isPoint(measured.numerator)) return null;
  return Math.abs(exact.toNumber(exact.sub(nearest, measured.numerator.lo)));
}

function exactly(value: NumberValue | null): number | null {
  return value && isPoint(value) ? exact.toNumber(value.lo) : null;
}

function bounds(value: NumberValue | null): Bounds | null {
  if (!value || value.lo === null) return null;
  return [exact.toNumber(value.lo), value.hi === null ? null : exact.toNumber(value.hi)];
}
