import {
  type Answers,
  type CommuneInput,
  engineVersion,
  type FormDefinition,
  scoreCommune,
} from '../../forms/index.ts';
import { hashOf } from '../db/hash.ts';
import type { roundUnits, scorecards } from '../db/province.ts';

type FrozenUnit = Pick<typeof roundUnits.$inferInsert, 'unitId' | 'level' | 'attributes' | 'name' | 'kindLabel'>;

export interface ScoringState {
  roundId: string;
  communeId: string;
  version: { document: FormDefinition; hash: string };
  unitsHash: string;
  /** The commune and its villages as frozen, in the round's order. */
  units: FrozenUnit[];
  responses: { unitId: string; answers: Answers }[];
  submission: { inputsVersion: number; submittedAt: string | null };
  now: string;
}

/** The engine's input. `names` lets its explanations name villages; without them a village's own count never leaves the commune. */
export function communeInput(
  { units, responses }: Pick<ScoringState, 'units' | 'responses'>,
  names: 'with-names' | 'without-names',
): CommuneInput {
  const answersOf = new Map(responses.map(({ unitId, answers }) => [unitId, answers]));
  const commune = units.find(({ level }) => level === 'commune');
  return {
    commune: (commune && answersOf.get(commune.unitId)) ?? {},
    attributes: commune?.attributes ?? {},
    villages: units
      .filter(({ level }) => level === 'village')
      .map(({ unitId, name, kindLabel }) => ({
        id: unitId,
        kind: kindLabel,
        ...(names === 'with-names' ? { name } : {}),
        answers: answersOf.get(unitId) ?? null,
      })),
  };
}

/**
 * The scorecard to be stored. Answers count from their submission on: what is still being typed is nobody's verdict. It is made
 * without village names, so that no stored explanation carries one village's count (docs/domain.md §7).
 */
export async function scoreRow(state: ScoringState): Promise<typeof scorecards.$inferInsert> {
  const responses = state.submission.submittedAt === null ? [] : state.responses;
  const input = communeInput({ units: state.units, responses }, 'without-names');
  const document = scoreCommune(state.version.document, input);
  return {
    roundId: state.roundId,
    communeId: state.communeId,
    inputsVersion: state.submission.inputsVersion,
    ready: document.ready,
    index: document.index,
    document,
    formHash: state.version.hash,
    unitsHash: state.unitsHash,
    answersHash: await hashOf(input),
    engineVersion,
    scoredAt: state.now,
  };
}
