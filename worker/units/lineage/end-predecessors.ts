import { cutOff, lastVersion, reopened, type UnitHistory } from '../history.ts';
import type { Edge, UnitsChange } from '../store.ts';

type Dated = Pick<Edge, 'predecessorId' | 'successorId' | 'date'>;

const keyOf = ({ predecessorId, successorId }: Dated) => `${predecessorId}/${successorId}`;

/** The first day of each predecessor's edges. */
function firstDays(edges: Dated[]): Map<string, string> {
  const days = new Map<string, string>();
  for (const { predecessorId, date } of edges) {
    const day = days.get(predecessorId);
    if (day === undefined || date < day) days.set(predecessorId, date);
  }
  return days;
}

/**
 * Units that others come out of end on the day of their first edge (ADR 0012), and with a commune the villages that still belong to
 * it. An edge that is said again with another day moves the end that it had set. Lineage is often recorded long after the fact, so
 * a unit that is on record only since later is cut off rather than refused.
 */
export function endPredecessors(posted: Dated[], recorded: Dated[], units: UnitHistory[]): UnitsChange['changed'] {
  const replaced = new Set(posted.map(keyOf));
  const former = firstDays(recorded);
  const days = firstDays([...posted, ...recorded.filter((edge) => !replaced.has(keyOf(edge)))]);
  const predecessors = new Set(posted.map(({ predecessorId }) => predecessorId));
  return units.flatMap((before) => {
    // A village that edges lead out of itself ends by those, not with its commune.
    const id = predecessors.has(before.id) ? before.id : (lastVersion(before).parentId ?? '');
    if (!predecessors.has(id)) return [];
    const open = endedBy(before, former.get(id)) ? reopened(before) : before;
    const after = cutOff(open, days.get(id)!);
    return lastVersion(after).validTo === lastVersion(before).validTo ? [] : [{ before, after }];
  });
}

/** Whether it was the edge of that day that ended a unit. */
function endedBy(unit: UnitHistory, day: string | undefined): boolean {
  const { validFrom, validTo } = lastVersion(unit);
  return day !== undefined && validTo === (day > validFrom ? day : validFrom);
}
