import type { Criterion, Measure } from '../definition/schema.ts';
import type { Labels } from '../issue.ts';
import { asksCommune, everyVillageSays, noneOf, type Shown, wholeOf } from './measure-builders.ts';

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

/** 100 %: the part equals the total, both summed over the villages (never a mean of percentages). */
export function whole(
  clause: Clause,
  part: string[],
  of: string[],
  empty: NonNullable<Measure['empty']>,
  shown: Shown,
): Criterion {
  return { ...clause, measure: wholeOf(part, of, empty, shown) };
}

/** Nothing of the kind anywhere in the commune's villages. */
export function none(clause: Clause, names: string[], shown: Shown): Criterion {
  return { ...clause, measure: noneOf(names, shown) };
}

/** Every expected village answers yes; a commune without villages is an input error. */
export function everyVillage(clause: Clause, name: string, shown: Shown): Criterion {
  return { ...clause, measure: everyVillageSays(name, shown) };
}

/** A commune's own count against a whole number. */
export function communeCount(
  clause: Clause,
  name: string,
  comparison: Measure['comparison'],
  target: number,
  shown: Shown,
): Criterion {
  return { ...clause, measure: asksCommune(name, comparison, target, shown) };
}
