import * as v from 'valibot';
import type { roundUnits } from '../db/province/rounds.ts';
import { Id } from '../http/wire.ts';

/** A unit as a round keeps it, in the lists of that round. */
export const UnitWire = v.object({ id: Id, name: v.string(), kindLabel: v.string(), code: v.nullable(v.string()) });

export const unitToWire = ({
  unitId,
  name,
  kindLabel,
  code,
}: Pick<typeof roundUnits.$inferSelect, 'unitId' | 'name' | 'kindLabel' | 'code'>): v.InferInput<typeof UnitWire> => ({
  id: unitId,
  name,
  kindLabel,
  code,
});
