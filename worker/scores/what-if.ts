import {
  type Answers,
  type CommuneInput,
  type Scorecard,
  scoreCommune,
  sensitiveQuestions,
} from '../../forms/index.ts';
import type { Figures } from '../disclosure/figures.ts';
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
 *
 * Unless the figures may be seen as they are, real counts that could identify somebody are unknown in it: by trying one answer
 * after another, even the verdicts would give them away.
 */
export function whatIf(state: ScoringState, { commune, villages }: Hypothesis, figures: Figures): Scorecard | Problem {
  const real: CommuneInput = { ...communeInput(state, 'with-names'), ...earlierInputs(state.communeId, state.earlier) };
  const base = figures === 'exact' ? real : withoutCounts(real, sensitiveQuestions(state.version.document));
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
    commune: { ...base.commune, ...commune },
    villages: base.villages.map((village) => {
      const changed = villages[village.id];
      if (changed === undefined) return village;
      return { ...village, answers: changed && { ...village.answers, ...changed } };
    }),
  };
  return scoreCommune(state.version.document, input);
}

/** A commune in all rounds as if nobody had answered those questions. */
function withoutCounts(input: CommuneInput, names: ReadonlySet<string>): CommuneInput {
  const without = (answers: Answers) =>
    Object.fromEntries(Object.entries(answers).filter(([name]) => !names.has(name)));
  const { previous, baseline } = input;
  return {
    ...input,
    commune: without(input.commune),
    villages: input.villages.map((village) => ({ ...village, answers: village.answers && without(village.answers) })),
    ...(previous ? { previous: withoutCounts(previous, names) } : {}),
    ...(baseline ? { baseline: withoutCounts(baseline, names) } : {}),
  };
}
