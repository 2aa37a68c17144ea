import type { Writing } from '../audit/event.ts';
import type { Problem } from '../http/problem.ts';
import { type FileState, type StepCommand, type TakenStep, takeStep } from './take-step.ts';

/** Ends a recognition, for the reason in the note. Nobody is barred: it judges the commune, not the hands before it. */
export const revoke = (state: FileState, { revision, decision }: StepCommand, by: Writing): TakenStep | Problem =>
  takeStep(state, { step: 'revoke', revision, decision, barred: [], basis: null }, by);
