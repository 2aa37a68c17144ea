import * as v from 'valibot';

export const HealthWire = v.object({ status: v.literal('ok') });

const Part = v.picklist(['ok', 'failed', 'timed_out', 'not_asked']);

export const ReadyWire = v.object({
  status: v.picklist(['ready', 'not_ready']),
  registry: v.pipe(Part, v.description('The control database')),
  province: v.pipe(Part, v.description("One province's database; not asked while none is registered")),
});

export type PartState = v.InferOutput<typeof Part>;
export type Ready = v.InferOutput<typeof ReadyWire>;
