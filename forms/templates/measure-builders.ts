import type { Measure } from '../definition/schema.ts';
import type { Labels } from '../issue.ts';

/** The words of the explanation: what stands before the numbers, and the unit after them. */
export interface Shown {
  counts: Labels;
  unit?: Labels;
}

type Empty = NonNullable<Measure['empty']>;

/** The commune's total of village questions: `sum(${a}) + sum(${b})`. */
function total(names: string[]): string {
  return names.map((name) => `sum(\${${name}})`).join(' + ');
}

/** The part equals the total, both summed over the villages. */
export function wholeOf(part: string[], of: string[], empty: Empty, shown: Shown): Measure {
  return { numerator: total(part), denominator: total(of), comparison: '=', target: 1, empty, ...shown };
}

/** Above a share of the total, both summed over the villages; exactly at it is not enough ("trên"). */
export function above(share: number, part: string, of: string, shown: Shown): Measure {
  return { ...wholeOf([part], [of], 'met', shown), comparison: '>', target: share };
}

/** The part equals the total, both asked of the commune itself. */
export function communeWholeOf(part: string, of: string, empty: Empty, shown: Shown): Measure {
  return { numerator: `\${${part}}`, denominator: `\${${of}}`, comparison: '=', target: 1, empty, ...shown };
}

/** The commune's own count reaches what it should be by now, an expression that may come to 0. */
export function communeReaches(name: string, expected: string, shown: Shown): Measure {
  return {
    numerator: `\${${name}}`,
    denominator: expected,
    comparison: '>=',
    target: 1,
    empty: 'met',
    ...shown,
  };
}

/** Nothing of the kind in any village. */
export function noneOf(names: string[], shown: Shown): Measure {
  return { numerator: total(names), comparison: '=', target: 0, ...shown };
}

/** Every expected village answers yes. */
export function everyVillageSays(name: string, shown: Shown): Measure {
  return everyVillageWhere(`\${${name}} = 'yes'`, shown);
}

/** A condition that holds of every expected village. */
export function everyVillageWhere(condition: string, shown: Shown): Measure {
  const numerator = `count-if(${condition})`;
  return { numerator, denominator: 'count-villages()', comparison: '=', target: 1, empty: 'invalid', ...shown };
}

/** A condition that holds of no village: each is judged by itself, and those it holds of are named. */
export function noVillageWhere(condition: string, shown: Shown): Measure {
  return { numerator: `count-if(${condition})`, comparison: '=', target: 0, ...shown };
}

/** A commune's own count against a whole number. */
export function asksCommune(name: string, comparison: Measure['comparison'], target: number, shown: Shown): Measure {
  return { numerator: `\${${name}}`, comparison, target, ...shown };
}

/** The total against what it was in an earlier round, a total of nothing staying nothing. */
export function comparedWith(
  round: 'previous' | 'baseline',
  name: string,
  comparison: '<' | '<=',
  shown: Shown,
): Measure {
  const now = total([name]);
  return { numerator: now, denominator: `${round}(${now})`, comparison, target: 1, empty: 'met', ...shown };
}
