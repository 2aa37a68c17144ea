import { Problem, type ProblemError } from '../../http/problem.ts';
import type { UnitHistory } from '../history.ts';
import type { Edge } from '../store.ts';

type Ends = Pick<Edge, 'predecessorId' | 'successorId'>;

/**
 * Null when every edge joins two different known units of one level and none leads back to where it came from; otherwise the
 * problem that names the edges that do not.
 */
export function refuseLineage(
  posted: readonly Ends[],
  recorded: readonly Ends[],
  levels: ReadonlyMap<string, UnitHistory['level']>,
): Problem | null {
  const unknown = posted.flatMap(({ predecessorId, successorId }, index): ProblemError[] => {
    const ends = Object.entries({ predecessorId, successorId }).filter(([, id]) => !levels.has(id));
    const errors = ends.map(([name, id]) => ({ path: `items.${index}.${name}`, code: 'unit_unknown', detail: id }));
    if (predecessorId !== successorId) return errors;
    return [...errors, { path: `items.${index}`, code: 'same_unit', detail: 'a unit does not come out of itself' }];
  });
  if (unknown.length > 0) return new Problem('unit_unknown', unknown);

  const successors = Map.groupBy([...recorded, ...posted], ({ predecessorId }) => predecessorId);
  const impossible = posted.flatMap((edge, index): ProblemError[] => {
    const path = `items.${index}`;
    if (levels.get(edge.predecessorId) !== levels.get(edge.successorId)) {
      return [{ path, code: 'level_differs', detail: 'a commune and a village do not come out of each other' }];
    }
    if (!leadsTo(edge.successorId, edge.predecessorId, successors)) return [];
    return [{ path, code: 'cycle', detail: 'the predecessor comes out of the successor itself' }];
  });
  return impossible.length > 0 ? new Problem('lineage_invalid', impossible) : null;
}

function leadsTo(from: string, to: string, successors: Map<string, Ends[]>): boolean {
  const reached = new Set([from]);
  for (const id of reached) for (const { successorId } of successors.get(id) ?? []) reached.add(successorId);
  return reached.has(to);
}
