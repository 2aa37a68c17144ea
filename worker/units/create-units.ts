import type * as v from 'valibot';
import { newId } from '../db/id.ts';
import { localDay } from '../db/local-time.ts';
import { searchKey } from './search-key.ts';
import type { UnitRow } from './store.ts';
import type { NewUnits } from './wire.ts';

type NewUnit = Omit<v.InferOutput<typeof NewUnits>['communes'][number], 'villages'>;

/** Communes and their villages as they stand from today on, each village under its commune. Ids rise in the order given, and so do lists. */
export function createUnits(command: v.InferOutput<typeof NewUnits>, now: string): UnitRow[] {
  const row = (unit: NewUnit, level: UnitRow['level'], parentId: string | null): UnitRow => ({
    ...unit,
    id: newId(),
    level,
    parentId,
    revision: 1,
    validFrom: localDay(now),
    validTo: null,
    contactEmail: null,
    searchKey: searchKey(unit),
    legalAct: null,
    createdAt: now,
  });
  return command.communes.flatMap(({ villages, ...commune }) => {
    const parent = row(commune, 'commune', null);
    return [parent, ...villages.map((village) => row(village, 'village', parent.id))];
  });
}
