import * as v from 'valibot';
import { Attributes, Id, Level, Line } from '../http/wire.ts';
import type { UnitRow } from './store.ts';

export const UnitWire = v.object({
  id: Id,
  level: Level,
  kindLabel: v.string(),
  name: v.string(),
  code: v.nullable(v.string()),
  parentId: v.nullable(Id),
  attributes: Attributes,
});

export const UnitList = v.object({ items: v.array(UnitWire) });

const Name = Line(200);
const Code = v.optional(v.nullable(v.pipe(v.string(), v.regex(/^\d{1,10}$/))), null);

const NewVillage = v.strictObject({
  kindLabel: Name,
  name: Name,
  code: Code,
  attributes: v.optional(Attributes, {}),
});

/** Communes with their villages, as a province lists them. */
export const NewUnits = v.strictObject({
  communes: v.pipe(
    v.array(
      v.strictObject({
        kindLabel: Name,
        name: Name,
        code: Code,
        attributes: v.optional(Attributes, {}),
        villages: v.pipe(v.array(NewVillage), v.maxLength(200)),
      }),
    ),
    v.minLength(1),
    v.maxLength(300),
  ),
});

/** Which units came out of which: merges, splits and renamings, by the legal act. */
export const LineageWire = v.strictObject({
  predecessorId: Id,
  successorId: Id,
  extent: v.pipe(v.picklist(['whole', 'part']), v.description('How much of the predecessor the successor holds')),
  date: v.pipe(v.string(), v.isoDate()),
  legalAct: Line(300),
});
export const LineageList = v.object({ items: v.array(LineageWire) });
export const NewLineage = v.strictObject({ items: v.pipe(v.array(LineageWire), v.minLength(1), v.maxLength(2000)) });

export function unitToWire(row: UnitRow): v.InferInput<typeof UnitWire> {
  const { id, level, kindLabel, name, code, parentId, attributes } = row;
  return { id, level, kindLabel, name, code, parentId, attributes: attributes as v.InferInput<typeof Attributes> };
}
