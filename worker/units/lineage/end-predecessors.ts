import { cutOff, lastVersion, reopened, type UnitHistory } from '../history.ts';
import type { Edge, UnitsChange } from '../store.ts';

type Dated = Pick<Edge, 'predecessorId' | 'successorId' | 'date'>;

const earliest = (edges: Dated[]): string | null => edges.map(({ date }) => date).sort()[0] ?? null;

/**
 * Units that others come out of end on the day of their first edge (ADR 0012), and with a commune the villages that still belong to
 * it. An edge that is said again with another day moves the end that it had set. Lineage is often recorded long after the fact, so
 * a unit that is on record only since later is cut off rather than refused.
 */
export function endPredecessors(posted: Dated[], recorded: Dated[], units: UnitHistory[]): UnitsChange['changed'] {
  const isReplaced = (edge: Dated) =>
    posted.some(
      ({ predecessorId, successorId }) => predecessorId === edge.predecessorId && successorId === edge.successorId,
    );
  const ids = new Set(posted.map(({ predecessorId }) => predecessorId));
  const changed: UnitsChange['changed'] = [];
  for (const id of ids) {
    const outOf = (edges: Dated[]) => edges.filter(({ predecessorId }) => predecessorId === id);
    const former = earliest(outOf(recorded));
    const day = earliest([...outOf(posted), ...outOf(recorded).filter((edge) => !isReplaced(edge))])!;
    const family = units.filter((unit) => unit.id === id || (lastVersion(unit).parentId === id && !ids.has(unit.id)));
    for (const before of family) {
      const after = cutOff(endedBy(before, former) ? reopened(before) : before, day);
      const isSame = lastVersion(after).validTo === lastVersion(before).validTo;
      if (!isSame) changed.push({ before, after });
    }
  }
  return changed;
}

/** Whether it was the edge of that day that ended a unit. */
function endedBy(unit: UnitHistory, day: string | null): boolean {
  const { validFrom, validTo } = lastVersion(unit);
  return day !== null && validTo === (day > validFrom ? day : validFrom);
}
