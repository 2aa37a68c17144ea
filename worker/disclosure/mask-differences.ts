import { type FormDefinition, type Level, saidOf, sensitiveQuestions } from '../../forms/index.ts';
import type { Difference } from '../submissions/compare.ts';

export interface MaskedDifference extends Difference {
  /** Whether the answers are left out, so that all that is said of them is that they differ. */
  masked: boolean;
}

interface Sides {
  definition: FormDefinition;
  level: Level;
  /** Whether one side is of another round. */
  acrossRounds: boolean;
}

const nothing = { answer: null, raw: null };

/**
 * Differences between two states of one unit's answers as everybody may see them. Of a single village no count that could identify
 * somebody is shown, small or not: what changed is a difference, and what the other villages answered is known elsewhere. Neither
 * is the answer to a question that the form no longer asks, because nothing says what it counted. That somebody corrected a count
 * is no secret; that a village counted as many as a year before is one.
 */
export function maskDifferences(
  { definition, level, acrossRounds }: Sides,
  differences: readonly Difference[],
): MaskedDifference[] {
  const sensitive = sensitiveQuestions(definition);
  const { asked } = saidOf(definition, level);
  const tells = (name: string) => sensitive.has(name) || [...asked(name)].some((other) => sensitive.has(other));
  return differences.flatMap((difference) => {
    const masked = difference.section === null || tells(difference.question);
    if (masked && acrossRounds) return [];
    return masked ? { ...difference, before: nothing, after: nothing, masked } : { ...difference, masked };
  });
}
