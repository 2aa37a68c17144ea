import type * as v from 'valibot';
import { newId } from '../db/id.ts';
import type { NewUnitRow } from './store.ts';
import type { NewUnits } from './wire.ts';

/** The rows of communes and their villages, each village under its commune. Ids rise in the order given, and so do lists. */
export function createUnits(command: v.InferOutput<typeof NewUnits>, now: string): NewUnitRow[] {
  return command.communes.flatMap(({ villages, ...commune }) => {
    const parent: NewUnitRow = { ...commune, id: newId(), level: 'commune', parentId: null, createdAt: now };
    return [
      parent,
      ...villages.map(
        (village): NewUnitRow => ({ ...village, id: newId(), level: 'village', parentId: parent.id, createdAt: now }),
      ),
    ];
  });
}
