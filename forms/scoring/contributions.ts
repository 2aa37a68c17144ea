import { asNumber } from '../expression/score/coerce.ts';
import { sign, toNumber } from '../expression/score/exact.ts';
import { isPoint, sub } from '../expression/score/interval.ts';
import type { ScoreScope } from '../expression/score/scope.ts';
import { countsVillages, isAdditive } from './additive.ts';
import type { CommuneUnit, VillageUnit } from './input-scope.ts';
import type { CompiledMeasure } from './measure.ts';

/** A village's part in what keeps a measure from being met. */
export interface Contribution {
  village: VillageUnit;
  /** In the measure's unit, above 0; null where villages themselves are counted, each being one. */
  amount: number | null;
}

/**
 * Which villages a measure that is not met fails in, the largest part first: by how much part and whole differ where they
 * should be equal, by what was found where there should be nothing, by how much it rose where it should fall. Empty for other
 * measures, whose failure is no sum of the villages' own; and a village whose part is not exactly known is left out.
 */
export function contributionsOf(compiled: CompiledMeasure, { villages }: CommuneUnit): Contribution[] {
  const { measure, numerator, denominator } = compiled;
  const direction = directionOf(compiled);
  const plain = isAdditive(numerator.ast) && (!denominator || isAdditive(denominator.ast));
  if (!plain || direction === null) return [];
  // They are only ever told by name, and stored scorecards are made without names.
  if (villages.every(({ name }) => name === undefined)) return [];

  const counted = countsVillages(numerator.ast);
  const parts = villages.flatMap((village) => {
    const alone = new Alone(village.scope);
    const part = asNumber(numerator.run(alone));
    const gap = denominator ? sub(asNumber(denominator.run(alone)), part) : part;
    return isPoint(gap) && sign(gap.lo) !== 0 ? [{ village, size: toNumber(gap.lo) }] : [];
  });
  // Where some villages fall short and others are over, what counts is the direction of the whole.
  const wanted = measure.comparison === '=' ? Math.sign(parts.reduce((sum, { size }) => sum + size, 0)) : direction;
  return parts
    .filter(({ size }) => Math.sign(size) === wanted)
    .map(({ village, size }) => ({ village, amount: counted ? null : Math.abs(size) }))
    .sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0) || byName(a.village, b.village));
}

/** The sign of the villages' differences that keep the measure from being met; null where it is no such measure. */
function directionOf({ measure: { comparison, target }, denominator, comparedWith }: CompiledMeasure): 1 | -1 | null {
  if (!denominator) return target === 0 && ['=', '<='].includes(comparison) ? 1 : null;
  if (target !== 1) return null;
  if (comparedWith && ['<', '<='].includes(comparison)) return -1;
  return ['=', '>='].includes(comparison) ? 1 : null;
}

/**
 * A commune of one village, which an additive expression can be run in; so it is in earlier rounds. A class, because getters of
 * an object of its own are slow to make for every village and criterion.
 */
class Alone implements ScoreScope {
  readonly villages: readonly [ScoreScope];

  constructor(village: ScoreScope) {
    this.villages = [village];
  }

  value(): undefined {
    return undefined;
  }

  get previous(): ScoreScope | null {
    const { previous } = this.villages[0];
    return previous && new Alone(previous);
  }

  get baseline(): ScoreScope | null {
    const { baseline } = this.villages[0];
    return baseline && new Alone(baseline);
  }
}

/** By name, so that the order in which villages are listed in the input is not seen. */
export function byName(a: VillageUnit, b: VillageUnit): number {
  const [first, second] = [a.name ?? a.id, b.name ?? b.id];
  return first < second ? -1 : first > second ? 1 : 0;
}
