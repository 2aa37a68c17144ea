import * as v from 'valibot';
import { Day, Id, Level } from '../../http/wire.ts';
import { LineageWire } from '../lineage/wire.ts';
import { Extent, LegalAct, LineageKind, NewUnit, NewVillages, UnitWire } from '../wire.ts';

const Predecessor = v.strictObject({
  unitId: Id,
  extent: Extent,
  villages: v.optional(
    v.pipe(
      v.array(Id),
      v.maxLength(500),
      v.description('Which of its villages move to the new commune; by default all when it goes over whole, else none'),
    ),
  ),
});

const Successor = v.strictObject({
  ...NewUnit.entries,
  level: v.optional(Level, 'commune'),
  parentId: v.optional(v.nullable(v.pipe(Id, v.description('Of a new village: its commune'))), null),
  kind: v.optional(v.pipe(LineageKind, v.description('By default what the predecessors tell'))),
  predecessors: v.pipe(v.array(Predecessor), v.minLength(1), v.maxLength(50)),
  villages: v.optional(v.pipe(NewVillages, v.description('Villages that are new with it')), []),
});

/** Units that end, units that come out of them, and the villages that move: by one act, on one day. */
export const Reorganisation = v.strictObject({
  date: v.pipe(Day, v.description('The first day of the new units, and the first that the old ones no longer stand')),
  legalAct: LegalAct,
  units: v.optional(v.pipe(v.array(Successor), v.maxLength(500)), []),
  close: v.optional(
    v.pipe(v.array(Id), v.maxLength(5000), v.description('Units that end without a successor, villages among them')),
    [],
  ),
  dryRun: v.optional(v.boolean(), false),
  snapshot: v.optional(v.pipe(v.string(), v.maxLength(100), v.description('Of a preview: apply just that'))),
});

export type ReorganisationCommand = Omit<v.InferOutput<typeof Reorganisation>, 'dryRun' | 'snapshot'>;

export const ReorganisationResult = v.object({
  dryRun: v.boolean(),
  snapshot: v.string(),
  created: v.array(UnitWire),
  closed: v.array(v.object({ unitId: Id, name: v.string() })),
  moved: v.array(v.object({ unitId: Id, name: v.string(), fromId: Id, toId: Id })),
  lineage: v.array(LineageWire),
});
