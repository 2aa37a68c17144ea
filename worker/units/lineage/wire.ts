import * as v from 'valibot';
import { Day, Id } from '../../http/wire.ts';
import { Extent, LegalAct, LineageKind } from '../wire.ts';

/** Which units came out of which: merges, splits, renamings and transfers, by the legal act. */
export const LineageWire = v.strictObject({
  predecessorId: Id,
  successorId: Id,
  kind: v.optional(LineageKind, 'merge'),
  extent: Extent,
  date: Day,
  legalAct: LegalAct,
});
export const LineageList = v.object({ items: v.array(LineageWire) });
export const NewLineage = v.strictObject({ items: v.pipe(v.array(LineageWire), v.minLength(1), v.maxLength(2000)) });
