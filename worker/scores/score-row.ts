import {
  type CommuneInput,
  engineVersion,
  type FormDefinition,
  maskScorecard,
  scoreCommune,
  shownTotals,
} from '../../forms/index.ts';
import { hashOf } from '../db/hash.ts';
import type { scorecards } from '../db/province/scorecards.ts';
import { type CommuneState, communeInput } from './commune-input.ts';
import { type Earlier, earlierInputs } from './earlier-rounds.ts';
import { figuresOf } from './figures.ts';

export interface ScoringState extends CommuneState {
  roundId: string;
  communeId: string;
  version: { document: FormDefinition; hash: string };
  unitsHash: string;
  submission: { inputsVersion: number; submittedAt: string | null };
  earlier: Earlier;
  now: string;
}

/**
 * The scorecard to be stored. Answers count from their submission on: what is still being typed is nobody's verdict. It is made
 * without village names, so that no stored explanation carries one village's count (docs/domain.md §7).
 */
export async function scoreRow(state: ScoringState): Promise<typeof scorecards.$inferInsert> {
  const responses = state.submission.submittedAt === null ? [] : state.responses;
  const input: CommuneInput = {
    ...communeInput({ units: state.units, responses }, 'without-names'),
    ...earlierInputs(state.communeId, state.earlier),
  };
  const document = scoreCommune(state.version.document, input);
  const figures = figuresOf(state.version.document, input);
  const shown = shownTotals(state.version.document, input);
  return {
    roundId: state.roundId,
    communeId: state.communeId,
    inputsVersion: state.submission.inputsVersion,
    ready: document.ready,
    index: document.index,
    document,
    masked: maskScorecard(state.version.document, input),
    figures,
    shownFigures: Object.fromEntries(Object.entries(figures).filter(([name]) => shown.has(name))),
    formHash: state.version.hash,
    unitsHash: state.unitsHash,
    answersHash: await hashOf(input),
    engineVersion,
    scoredAt: state.now,
  };
}
