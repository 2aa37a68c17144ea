import type { Criterion, Measure } from './schema.ts';

/** What a criterion measures, each with its place in the criterion: one, several that must all be met, or none for a test. */
export function measuresOf({ measure, all = [] }: Criterion): { measure: Measure; path: string }[] {
  if (measure) return [{ measure, path: 'measure' }];
  return all.map((part, p) => ({ measure: part, path: `all.${p}` }));
}
