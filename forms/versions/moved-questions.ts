import type { QuestionMatch } from './match-questions.ts';

/**
 * The questions, by their later name, that stand elsewhere: in another section, or in another order than the others of their
 * section. As few as can be: the longest run that is still in order has not moved.
 */
export function movedQuestions(pairs: QuestionMatch['pairs']): Set<string> {
  const moved = new Set(pairs.map(({ after }) => after.question.name));
  const stayed = pairs.filter(({ before, after }) => before.section.name === after.section.name);
  for (const inSection of Map.groupBy(stayed, ({ after }) => after.section.name).values()) {
    for (const at of longestRising(inSection.map(({ before }) => before.index))) {
      moved.delete(inSection[at]!.after.question.name);
    }
  }
  return moved;
}

/** The indices of a longest rising subsequence. */
function longestRising(values: readonly number[]): number[] {
  // ends[n] is where the run of n + 1 values stands that ends lowest; previous leads back along it.
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [at, value] of values.entries()) {
    const found = ends.findIndex((end) => values[end]! >= value);
    const length = found < 0 ? ends.length : found;
    previous[at] = length === 0 ? -1 : ends[length - 1]!;
    ends[length] = at;
  }
  const run: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at]!) run.unshift(at);
  return run;
}
