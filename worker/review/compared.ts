import type { Value } from '../../forms/index.ts';
import { predecessorsIn } from '../scores/earlier-rounds.ts';
import type { Compared } from './outliers.ts';

type Figures = Record<string, number>;

interface Rows {
  /** Of this round: the communes that handed in and whose score is of what they handed in. */
  submitted: { communeId: string; kindLabel: string; attributes: Record<string, Value>; figures: Figures }[];
  /** Every commune of the previous round; `submittedAt` is null where its figures do not count. */
  previous: { communeId: string; figures: Figures | null; submittedAt: string | null }[];
  edges: Parameters<typeof predecessorsIn>[1];
}

/** Inhabitants as the commune counted them, else as the province registered them. */
function populationOf({ figures, attributes }: Rows['submitted'][number]): number | null {
  const registered = typeof attributes.population === 'number' ? attributes.population : null;
  return figures.population || registered;
}

/**
 * A round's communes as they are compared. With its previous figures stands only who is the same commune as then: after a merger
 * a change says more about the map than about the people (docs/domain.md §6).
 */
export function compared({ submitted, previous, edges }: Rows): Compared[] {
  const existed = new Set(previous.map(({ communeId }) => communeId));
  const counted = previous.filter(({ submittedAt }) => submittedAt !== null);
  const figuresBefore = new Map(counted.map(({ communeId, figures }) => [communeId, figures]));
  const isSame = (communeId: string) => {
    const ancestors = predecessorsIn(communeId, edges, existed);
    return ancestors?.length === 1 && ancestors[0] === communeId;
  };
  return submitted.map((row) => ({
    communeId: row.communeId,
    kindLabel: row.kindLabel,
    population: populationOf(row),
    figures: row.figures,
    before: isSame(row.communeId) ? (figuresBefore.get(row.communeId) ?? null) : null,
  }));
}
