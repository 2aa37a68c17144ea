import type { Caller } from '../auth/caller.ts';
import type { Settings } from '../settings/store.ts';
import { nothingWithheld } from './disclosed-scorecard.ts';

/** The questions that a province gives to no integrator, whatever their key may read; its own staff is not meant. */
export const withheldFrom = (kind: Caller['kind'], { withheldQuestions }: Settings): ReadonlySet<string> =>
  kind === 'key' ? new Set(withheldQuestions) : nothingWithheld;
