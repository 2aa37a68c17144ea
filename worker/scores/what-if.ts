import { type Answers, type CommuneInput, type Scorecard, scoreCommune } from '../../forms/index.ts';
import { Problem } from '../http/problem.ts';
import { communeInput } from './commune-input.ts';
import { earlierInputs } from './earlier-rounds.ts';
import type { ScoringState } from './score-row.ts';

export interface Hypothesis {
  /** Answers of the commune that would be other than they are. */
  commune: Answers;
  /** The same by village id; null for a village that would not have answered at all. */
  villages: Record<string, Answers | null>;
}

/**
 * The scorecard that a commune would have with other answers. What the hypothesis does not mention is as it was submitted, or as
 * it is saved while the commune is still collecting. Nothing is stored.
 */
export function whatIf(state: ScoringState, { commune, villages }: Hypothesis): Scorecard | Problem {
  const base = communeInput(state, 'with-names');
  const known = new Set(base.villages.map(({ id }) => id));
  const unknown = Object.keys(villages).filter((id) => !known.has(id));
  if (unknown.length > 0) {
    return new Problem(
      'unit_unknown',
      unknown.map((id) => ({ path: `villages.${id}`, code: 'unit_unknown', detail: id })),
    );
  }
  const input: CommuneInput = {
    ...base,
    ...earlierInputs(state.communeId, state.earlier),
    commune: { ...base.commune, ...commune },
    villages: base.villages.map((village) => {
      const changed = villages[village.id];
      if (changed === undefined) return village;
      return { ...village, answers: changed && { ...village.answers, ...changed } };
    }),
  };
  return scoreCommune(state.version.document, input);
}
