import type { Criterion, Measure } from '../definition/schema.ts';
import type { Labels } from '../issue.ts';

/** Where a plan states a criterion, in which words, and how they are read where they leave room. */
export interface Clause {
  id: string;
  clause: string;
  title: Labels;
  quote: Labels;
  reading?: Labels;
  /** False for an objective: tracked, never in the way of recognition. */
  requirement: boolean;
}

/** The words of the explanation: what stands before the numbers, and the unit after them. */
export interface Shown {
  counts: Labels;
  unit?: Labels;
}

/** The commune's total of village questions: `sum(${a}) + sum(${b})`. */
function total(names: string[]): string {
  return names.map((name) => `sum(\${${name}})`).join(' + ');
}

/** 100 %: the part equals the total, both summed over the villages (never a mean of percentages). */
export function whole(
  clause: Clause,
  part: string[],
  of: string[],
  empty: NonNullable<Measure['empty']>,
  shown: Shown,
): Criterion {
  return {
    ...clause,
    measure: { numerator: total(part), denominator: total(of), comparison: '=', target: 1, empty, ...shown },
  };
}

/** Nothing of the kind anywhere in the commune's villages. */
export function none(clause: Clause, names: string[], shown: Shown): Criterion {
  return { ...clause, measure: { numerator: total(names), comparison: '=', target: 0, ...shown } };
}

/** Every expected village answers yes; a commune without villages is an input error. */
export function everyVillage(clause: Clause, name: string, shown: Shown): Criterion {
  return {
    ...clause,
    measure: {
      numerator: `count-if(\${${name}} = 'yes')`,
      denominator: 'count-villages()',
      comparison: '=',
      target: 1,
      empty: 'invalid',
      ...shown,
    },
  };
}

/** A commune's own count against a whole number. */
export function communeCount(
  clause: Clause,
  name: string,
  comparison: Measure['comparison'],
  target: number,
  shown: Shown,
): Criterion {
  return { ...clause, measure: { numerator: `\${${name}}`, comparison, target, ...shown } };
}
