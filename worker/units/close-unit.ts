import type * as v from 'valibot';
import { Problem } from '../http/problem.ts';
import { endedOn, lastVersion, type UnitHistory } from './history.ts';
import type { UnitsChange } from './store.ts';
import type { Closing } from './wire.ts';

interface State {
  unit: UnitHistory;
  /** All that ever belonged to it. */
  villages: UnitHistory[];
}

/** The villages that still stand under a commune on a day or will. */
export const villagesFrom = (communeId: string, villages: readonly UnitHistory[], day: string): UnitHistory[] =>
  villages.filter(({ versions }) =>
    versions.some(
      ({ parentId, validFrom, validTo }) =>
        parentId === communeId && validFrom !== validTo && (validTo === null || day < validTo),
    ),
  );

/** Every village under each commune that it ever belongs to. */
export function villagesByCommune(units: Iterable<UnitHistory>): ReadonlyMap<string, UnitHistory[]> {
  const byCommune = new Map<string, UnitHistory[]>();
  for (const unit of units) {
    for (const parentId of new Set(unit.versions.map((version) => version.parentId))) {
      if (parentId === null) continue;
      const villages = byCommune.get(parentId);
      if (villages) villages.push(unit);
      else byCommune.set(parentId, [unit]);
    }
  }
  return byCommune;
}

/** Ends a unit on a day, a commune together with its villages only when that is what is wanted. */
export function closeUnit(
  { unit, villages }: State,
  { day, withVillages }: Pick<v.InferOutput<typeof Closing>, 'day' | 'withVillages'>,
): UnitsChange | Problem {
  const standing = villagesFrom(unit.id, villages, day);
  if (standing.length > 0 && !withVillages) {
    const errors = standing.map((village) => ({
      path: village.id,
      code: 'village_standing',
      detail: lastVersion(village).name,
    }));
    return new Problem('villages_standing', errors);
  }
  const changed: UnitsChange['changed'] = [];
  for (const before of [unit, ...standing]) {
    const after = endedOn(before, day);
    if (typeof after === 'string') {
      return new Problem(after, [{ path: before.id, code: after, detail: lastVersion(before).name }]);
    }
    changed.push({ before, after });
  }
  return { created: [], changed };
}
