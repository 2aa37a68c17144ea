import type { Answers, CommuneInput } from '../../forms/index.ts';
import type { responses } from '../db/province/responses.ts';
import type { roundUnits } from '../db/province/rounds.ts';
import type { lineage } from '../db/province/units.ts';
import { communeInput } from './commune-input.ts';

type Edge = Pick<typeof lineage.$inferSelect, 'predecessorId' | 'successorId' | 'extent'>;

/**
 * What earlier rounds hold of a commune and of the units it came from; of answers only submitted ones, by the version of the form
 * of the round that looks back.
 */
export interface Earlier {
  previousRoundId: string | null;
  baselineRoundId: string | null;
  edges: Edge[];
  units: (typeof roundUnits.$inferSelect)[];
  responses: Pick<typeof responses.$inferSelect, 'roundId' | 'unitId' | 'answers'>[];
}

export const nothingEarlier: Earlier = {
  previousRoundId: null,
  baselineRoundId: null,
  edges: [],
  units: [],
  responses: [],
};

/**
 * The communes of an earlier round whose figures together are this commune's: itself, and those that merged into it whole. Null
 * where only a part of one came over, because nobody knows which part of its figures did (docs/domain.md §6).
 */
export function predecessorsIn(communeId: string, edges: Edge[], existed: ReadonlySet<string>): string[] | null {
  const inRound = (id: string) => [...ancestorsOf(id, edges)].filter((ancestor) => existed.has(ancestor));
  const family = ancestorsOf(communeId, edges);
  const partial = edges.filter(({ successorId, extent }) => extent === 'part' && family.has(successorId));
  if (partial.some(({ predecessorId }) => inRound(predecessorId).length > 0)) return null;
  return inRound(communeId);
}

/** A unit with everything that it came from, however far back. */
function ancestorsOf(id: string, edges: Edge[]): Set<string> {
  const found = new Set([id]);
  for (const ancestor of found) {
    for (const { predecessorId, successorId } of edges) if (successorId === ancestor) found.add(predecessorId);
  }
  return found;
}

/** What a unit itself answered in an earlier round; null where there was none. */
export function answersIn({ responses }: Earlier, roundId: string | null, unitId: string): Answers | null {
  if (roundId === null) return null;
  return responses.find((response) => response.roundId === roundId && response.unitId === unitId)?.answers ?? null;
}

type Found = CommuneInput | 'partly merged' | undefined;

/** The commune as an earlier round knew it; undefined where it did not. */
function inputOf(roundId: string | null, communeId: string, earlier: Earlier): Found {
  if (roundId === null) return undefined;
  const units = earlier.units.filter((unit) => unit.roundId === roundId);
  const existed = new Set(units.filter(({ level }) => level === 'commune').map(({ unitId }) => unitId));
  const communes = predecessorsIn(communeId, earlier.edges, existed);
  if (communes === null) return 'partly merged';
  const responses = earlier.responses.filter((response) => response.roundId === roundId);
  const inputs = communes.map((id) =>
    communeInput({ units: units.filter((unit) => unit.communeId === id), responses }, 'without-names'),
  );
  // Villages add up; a commune's own answers and attributes do not, so those of several communes are unknown.
  if (inputs.length <= 1) return inputs[0];
  return { commune: {}, attributes: {}, villages: inputs.flatMap(({ villages }) => villages) };
}

/** What `previous()` and `baseline()` read, or why they cannot. */
export function earlierInputs(
  communeId: string,
  earlier: Earlier,
): Pick<CommuneInput, 'previous' | 'baseline' | 'partlyMerged'> {
  const rounds = { previous: earlier.previousRoundId, baseline: earlier.baselineRoundId };
  const inputs: Pick<CommuneInput, 'previous' | 'baseline' | 'partlyMerged'> = {};
  for (const round of ['previous', 'baseline'] as const) {
    const found = inputOf(rounds[round], communeId, earlier);
    if (found === 'partly merged') inputs.partlyMerged = [...(inputs.partlyMerged ?? []), round];
    else if (found) inputs[round] = found;
  }
  return inputs;
}
