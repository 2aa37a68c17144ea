import * as v from 'valibot';
import { Day, Id, Instant, Labels, Level, Timestamp } from '../http/wire.ts';
import type { FrozenRow } from './freeze.ts';
import { Reason, RoundPath, RoundWire } from './wire.ts';

export const NewRoundUnits = v.strictObject({
  unitIds: v.pipe(
    v.array(Id),
    v.minLength(1),
    v.maxLength(400),
    v.description('Communes, which bring their villages, or villages of a commune that the round has'),
  ),
  reason: Reason,
});

export const AddedUnits = v.object({
  items: v.array(
    v.object({
      id: Id,
      communeId: Id,
      level: Level,
      kindLabel: v.string(),
      name: v.string(),
      code: v.nullable(v.string()),
      addedAt: Timestamp,
    }),
  ),
});

export const addedToWire = (row: FrozenRow, addedAt: string) => ({
  id: row.unitId,
  communeId: row.communeId,
  level: row.level,
  kindLabel: row.kindLabel,
  name: row.name,
  code: row.code ?? null,
  addedAt,
});

export const NewRoundForm = v.strictObject({ formVersionId: Id, reason: Reason });

export const RoundFormChanged = v.object({
  round: RoundWire,
  consequences: v.pipe(v.array(Labels), v.description('What follows for answers and scores, in sentences')),
});

export const NewExtension = v.strictObject({
  until: v.pipe(
    v.union([Day, Instant]),
    v.description('A day, which counts to its end in Asia/Ho_Chi_Minh, or the first instant that is too late'),
  ),
  reason: Reason,
});

export const ExtensionPath = v.object({ ...RoundPath.entries, communeId: Id });

export const ExtensionWire = v.object({
  communeId: Id,
  extendedUntil: v.pipe(v.nullable(Timestamp), v.description('The first instant that is too late for this commune')),
  revision: v.pipe(v.number(), v.description("Of the commune's file")),
});
