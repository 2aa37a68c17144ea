import * as v from 'valibot';
import { Labels } from '../http/wire.ts';

export const TargetWire = v.object({
  id: v.string(),
  title: Labels,
  clause: v.string(),
  by: v.pipe(v.string(), v.isoDate(), v.description('The last day that counts, in Asia/Ho_Chi_Minh')),
  about: v.pipe(
    v.picklist(['recognition', 'answer', 'class']),
    v.description('What is counted: communes recognised by decision, or units by an answer or by their class'),
  ),
  existing: v.pipe(
    v.number(),
    v.description(
      'Units that the target is about: for recognition the communes that stand on its last day (today, before that), else the units that the round froze',
    ),
  ),
  needed: v.number(),
  reached: v.number(),
  undetermined: v.pipe(
    v.number(),
    v.description('Units of which it is not known, or that can still be recognised in time'),
  ),
  ready: v.pipe(
    v.nullable(v.number()),
    v.description('Of a target about recognition, the communes that are ready in this round; else null'),
  ),
  met: v.pipe(v.nullable(v.boolean()), v.description('null while what is not known could still change it')),
  missing: v.pipe(
    v.array(v.string()),
    v.description('Units that the plan names and that are not among the existing ones'),
  ),
});

export const TargetList = v.object({ items: v.array(TargetWire) });
