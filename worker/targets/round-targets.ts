import type { BatchResponse } from 'drizzle-orm/batch';
import type { FormDefinition } from '../../forms/index.ts';
import { sameDocument } from '../forms/same-document.ts';
import { countedAnswers } from './counted-answers.ts';
import { type CountedTarget, progressOf } from './progress.ts';
import type { targetQueries } from './store.ts';

export interface RoundTargets {
  document: FormDefinition;
  targets: CountedTarget[];
}

/** A round's form with the progress towards its targets on a day (YYYY-MM-DD); null when there is no such round. */
export function roundTargets(
  [[form], units, baseline, standing, responses, older]: BatchResponse<ReturnType<typeof targetQueries>>,
  today: string,
): RoundTargets | null {
  if (!form) return null;
  const version = sameDocument(form);
  const { document } = version;
  const answers = countedAnswers(version, older.map(sameDocument), responses);
  return { document, targets: progressOf({ document, units, baseline, answers, standing, today }) };
}

/** The targets but for those that count by what was answered to a question that is not shared. */
export const sharedTargets = ({ document, targets }: RoundTargets, withheld: ReadonlySet<string>): CountedTarget[] =>
  targets.filter((_, i) => {
    const state = document.targets[i]?.state;
    return !(state && 'question' in state && withheld.has(state.question));
  });
