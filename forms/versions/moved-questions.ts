import type { QuestionMatch } from './match-questions.ts';

/**
 * The questions, by their later name, that stand elsewhere: in another section, or in another order than the others. As few as
 * can be: of those that stayed in their section the longest run still in order has not moved.
 */
export function movedQuestions(pairs: QuestionMatch['pairs'], order: readonly string[]): Set<string> {
  const position = new Map(order.map((name, at) => [name, at]));
  const stayed = pairs.filter(({ before, after }) => before.section.name === after.section.name);
  const inOrder = longestRising(stayed.map(({ before }) => position.get(before.question.name)!));
  const still = new Set(inOrder.map((at) => stayed[at]!.after.question.name));
  return new Set(pairs.map(({ after }) => after.question.name).filter((name) => !still.has(name)));
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
