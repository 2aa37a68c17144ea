import * as v from 'valibot';
import type { rounds } from '../db/province/rounds.ts';
import { Id, Instant, Line, Timestamp } from '../http/wire.ts';
import { roundState, roundStates } from './state.ts';

export const NewRound = v.strictObject({
  name: Line(200),
  kind: v.picklist(['annual', 'half-year', 'monthly', 'baseline']),
  formVersionId: Id,
  previousRoundId: v.pipe(
    v.optional(v.nullable(Id), null),
    v.description('The round that `previous()` reads and whose answers stand beside the questions'),
  ),
  baselineRoundId: v.pipe(v.optional(v.nullable(Id), null), v.description('The round that `baseline()` reads')),
  closesAt: v.pipe(v.optional(v.nullable(Instant), null), v.description('The first instant that is too late')),
});

export const RoundWire = v.object({
  id: Id,
  name: v.string(),
  kind: v.picklist(['annual', 'half-year', 'monthly', 'baseline']),
  formVersionId: Id,
  previousRoundId: v.nullable(Id),
  baselineRoundId: v.nullable(Id),
  state: v.picklist(roundStates),
  closesAt: v.nullable(Timestamp),
  openedAt: v.nullable(Timestamp),
  closedAt: v.nullable(Timestamp),
  createdAt: Timestamp,
});

export const RoundList = v.object({ items: v.array(RoundWire) });
export const RoundPath = v.object({ code: v.string(), roundId: Id });

export type RoundRow = typeof rounds.$inferSelect;

export function roundToWire(row: RoundRow, now: string): v.InferInput<typeof RoundWire> {
  const { id, name, kind, formVersionId, previousRoundId, baselineRoundId, closesAt, openedAt, closedAt, createdAt } =
    row;
  const earlier = { previousRoundId, baselineRoundId };
  return {
    id,
    name,
    kind,
    formVersionId,
    ...earlier,
    state: roundState(row, now),
    closesAt,
    openedAt,
    closedAt,
    createdAt,
  };
}
