import type { FrozenUnit, RoundFile } from './file.ts';
import { patchBetween } from './patch.ts';
import type { UnitSave } from './save-store.ts';
import type { Given } from './upgrade-response.ts';

/** The save that makes a unit's answers those that are `given`, over what is stored of it, by the round's version of the form. */
export function saveOf(
  { version, stored }: RoundFile,
  { unitId, level }: FrozenUnit,
  id: string,
  given: Given,
): UnitSave {
  const before = stored.find((response) => response.unitId === unitId);
  return {
    ...{ id, unitId, level, over: before?.revision ?? 0, formVersionId: version.id },
    storedVersionId: before?.formVersionId ?? version.id,
    changes: patchBetween(before?.answers ?? {}, given.answers),
    rawChanges: patchBetween(before?.raw ?? {}, given.raw),
  };
}
