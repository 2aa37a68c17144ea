import * as v from 'valibot';

export const HealthWire = v.object({ status: v.literal('ok') });

const states = ['ok', 'failed', 'timed_out', 'not_asked'] as const;
const Part = v.picklist(states);

export const ReadyWire = v.object({
  status: v.picklist(['ready', 'not_ready']),
  registry: v.pipe(Part, v.description('The control database')),
  province: v.pipe(
    v.picklist([...states, 'partly']),
    v.description('The databases of up to three provinces; not asked while none is registered'),
  ),
});

export type PartState = v.InferOutput<typeof Part>;
export type Ready = v.InferOutput<typeof ReadyWire>;
