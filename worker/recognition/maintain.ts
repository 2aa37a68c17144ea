import type { Writing } from '../audit/event.ts';
import { Problem } from '../http/problem.ts';
import type { Basis } from './basis.ts';
import { type FileState, handsOf, type StepCommand, type TakenStep, takeStep } from './take-step.ts';

export interface MaintenanceState extends FileState {
  roundExists: boolean;
  /** What the later round says of the commune; undefined when it is none of its communes. */
  later: Basis | undefined;
}

/**
 * Keeps a recognition in force for another year. It rests on a round of a later year than the one before it rested on, so that
 * there is at most one for each year, however often a province collects.
 */
export function maintain(
  state: MaintenanceState,
  { revision, decision }: StepCommand,
  by: Writing,
): TakenStep | Problem {
  const { later } = state;
  if (!state.roundExists) return new Problem('round_unknown');
  if (!later) return new Problem('unit_unknown');
  const barred = [...Object.values(handsOf(state)), later.submission.verifiedBy];
  const taken = takeStep(state, { step: 'maintain', revision, decision, barred, basis: later }, by);
  if (taken instanceof Problem) return taken;
  return later.year > state.basis.year ? taken : new Problem('round_not_later');
}
