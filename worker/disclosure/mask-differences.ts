import { type FormDefinition, sensitiveQuestions } from '../../forms/index.ts';
import type { Difference } from '../submissions/compare.ts';

export interface MaskedDifference extends Difference {
  /** Whether the answers are left out, so that all that is said of them is that they differ. */
  masked: boolean;
}

const nothing = { answer: null, raw: null };

/**
 * Differences between two states of one unit's answers as everybody may see them. Of a single village no count that could identify
 * somebody is shown, small or not: what changed is a difference, and what the other villages answered is known elsewhere. Neither
 * is the answer to a question that the form no longer asks, because nothing says what it counted.
 */
export function maskDifferences(definition: FormDefinition, differences: readonly Difference[]): MaskedDifference[] {
  const sensitive = sensitiveQuestions(definition);
  return differences.map((difference) => {
    const masked = difference.section === null || sensitive.has(difference.question);
    return masked ? { ...difference, before: nothing, after: nothing, masked } : { ...difference, masked };
  });
}
