import type { Writing } from '../audit/event.ts';
import type { Problem } from '../http/problem.ts';
import { type FileState, handsOf, type StepCommand, type TakenStep, takeStep } from './take-step.ts';

/** The appraisal looks at what others verified and proposed, so neither of them makes it (docs/domain.md §5). */
export function appraise(state: FileState, { revision, decision }: StepCommand, by: Writing): TakenStep | Problem {
  const { verified, proposed } = handsOf(state);
  return takeStep(
    state,
    { step: 'appraise', revision, decision, barred: [verified, proposed], basis: state.basis },
    by,
  );
}
