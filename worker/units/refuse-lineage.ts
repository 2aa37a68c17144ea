import type * as v from 'valibot';
import { Problem, type ProblemError } from '../http/problem.ts';
import type { LineageWire } from './wire.ts';

/** Null when every edge joins two different known units; otherwise the problem that names the edges that do not. */
export function refuseLineage(
  edges: readonly v.InferOutput<typeof LineageWire>[],
  known: ReadonlySet<string>,
): Problem | null {
  const errors = edges.flatMap(({ predecessorId, successorId }, index): ProblemError[] => {
    const unknown = Object.entries({ predecessorId, successorId }).filter(([, id]) => !known.has(id));
    const errors = unknown.map(([name, id]) => ({ path: `items.${index}.${name}`, code: 'unit_unknown', detail: id }));
    if (predecessorId !== successorId) return errors;
    return [...errors, { path: `items.${index}`, code: 'same_unit', detail: 'a unit does not come out of itself' }];
  });
  return errors.length > 0 ? new Problem('unit_unknown', errors) : null;
}
