import * as v from 'valibot';
import { Labels } from '../http/wire.ts';

export const TargetWire = v.object({
  id: v.string(),
  title: Labels,
  clause: v.string(),
  by: v.pipe(v.string(), v.isoDate(), v.description('The last day that counts, in Asia/Ho_Chi_Minh')),
  existing: v.pipe(v.number(), v.description('Units that the target is about, as the round froze them')),
  needed: v.number(),
  reached: v.number(),
  undetermined: v.number(),
  met: v.pipe(v.nullable(v.boolean()), v.description('null while what is not known could still change it')),
  missing: v.pipe(v.array(v.string()), v.description('Units that the plan names and the round does not have')),
});

export const TargetList = v.object({ items: v.array(TargetWire) });
