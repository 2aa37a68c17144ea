import type { ScoreScope } from './scope.ts';
import type { ScoreValue } from './value.ts';

/** A score-mode expression made ready to run. */
export type CompiledScore = (scope: ScoreScope) => ScoreValue;
