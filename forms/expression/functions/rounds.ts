import type { CompiledScore } from '../score/compiled.ts';
import { nothingKnown, type ScoreScope } from '../score/scope.ts';
import type { FunctionEntry } from './entry.ts';

/** Functions that read the same unit in another round; a round that does not exist makes everything in it unknown. */
export const roundFunctions: FunctionEntry[] = [
  {
    name: 'previous',
    parameters: { required: ['any'] },
    argumentNames: ['expression'],
    returns: ([kind = 'any']) => kind,
    score: inRound((scope) => scope.previous),
  },
  {
    name: 'baseline',
    parameters: { required: ['any'] },
    argumentNames: ['expression'],
    returns: ([kind = 'any']) => kind,
    score: inRound((scope) => scope.baseline),
  },
];

function inRound(roundOf: (scope: ScoreScope) => ScoreScope | null) {
  return ([expression]: readonly CompiledScore[]): CompiledScore => {
    return (scope) => expression!(roundOf(scope) ?? nothingKnown);
  };
}
