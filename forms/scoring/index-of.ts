import type { Exact } from '../expression/score/exact.ts';
import * as exact from '../expression/score/exact.ts';
import type { Judged, JudgedMeasure } from './judge.ts';

/**
 * How far a commune has come, from 0 to 100 with one decimal, rounded down so that only a whole is shown as one. It stands
 * beside the verdict and never replaces it.
 *
 * Over the applicable requirements (the objectives where a plan has no requirement), each with its weight (1 unless stated):
 * - met counts 1, undetermined 0;
 * - not met counts numerator ÷ the least numerator that would meet it, when more is needed (`=`, `>`, `>=`; of an uncertain
 *   numerator, what is certain of it) and what is needed is exactly known; else 0, there being no share of "none at all";
 * - of several measures that must all be met, the mean of each one's share.
 *
 * Null when there is nothing to judge, and when all is undetermined and no village has answered.
 */
export function indexOf(all: readonly Judged[], answered: number): number | null {
  const applicable = all.filter(({ status }) => status !== 'not_applicable');
  const requirements = applicable.filter(({ criterion }) => criterion.requirement);
  const counted = requirements.length > 0 ? requirements : applicable;
  if (answered === 0 && counted.every(({ status }) => status === 'undetermined')) return null;

  let total: Exact = 0;
  let attained: Exact = 0;
  for (const judged of counted) {
    const weight = exact.exactFromNumber(judged.criterion.weight ?? 1)!;
    total = exact.add(total, weight);
    attained = exact.add(attained, exact.mul(weight, shareOf(judged)));
  }
  if (exact.sign(total) === 0) return null;
  const tenths = exact.floor(exact.div(exact.mul(attained, 1000), total));
  return exact.toNumber(exact.div(tenths, 10));
}

function shareOf({ status, measures }: Judged): Exact {
  if (status === 'met') return 1;
  if (status !== 'not_met' || measures.length === 0) return 0;
  const sum = measures.reduce<Exact>((sofar, part) => exact.add(sofar, shareOfMeasure(part)), 0);
  return exact.div(sum, measures.length);
}

function shareOfMeasure({ met, measure, measured, nearest }: JudgedMeasure): Exact {
  if (met) return 1;
  const least = measured.numerator.lo;
  const wantsMore = ['=', '>', '>='].includes(measure.comparison);
  if (met === null || !wantsMore || least === null || nearest === null) return 0;
  return exact.sign(least) > 0 && exact.compare(least, nearest) < 0 ? exact.div(least, nearest) : 0;
}
