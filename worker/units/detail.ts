import type * as v from 'valibot';
import { presentVersion, rowOf } from './history.ts';
import { historiesFrom, type UnitReads } from './store.ts';
import { type UnitDetail, unitToWire, versionToWire } from './wire.ts';

/** A unit with everything that is known about it; null when there is none of that id. */
export function unitDetail(
  [rows, relatives, counts, outlines]: UnitReads,
  today: string,
): v.InferInput<typeof UnitDetail> | null {
  const [unit] = historiesFrom(rows);
  if (!unit) return null;
  const relative = ({ edge, unitId, name, kindLabel }: UnitReads[1][number]) => {
    const { kind, extent, date, legalAct } = edge;
    return { unitId, name, kindLabel, kind, extent, date, legalAct };
  };
  return {
    ...unitToWire(rowOf(unit, presentVersion(unit, today))),
    versions: unit.versions.map(versionToWire),
    predecessors: relatives.filter(({ edge }) => edge.successorId === unit.id).map(relative),
    successors: relatives.filter(({ edge }) => edge.predecessorId === unit.id).map(relative),
    villages: counts[0]?.villages ?? 0,
    hasBoundary: outlines.length > 0,
  };
}
