import type { Writing } from '../audit/event.ts';
import type { Problem } from '../http/problem.ts';
import { type FileState, handsOf, type StepCommand, type TakenStep, takeStep } from './take-step.ts';

/** Recognises or refuses what was appraised. A refusal needs no basis: that it fell away may be its reason. */
export function decide(
  state: FileState,
  { outcome, revision, decision }: StepCommand & { outcome: 'recognised' | 'refused' },
  by: Writing,
): TakenStep | Problem {
  const barred = Object.values(handsOf(state));
  return outcome === 'recognised'
    ? takeStep(state, { step: 'recognise', revision, decision, barred, basis: state.basis }, by)
    : takeStep(state, { step: 'refuse', revision, decision, barred, basis: null }, by);
}
