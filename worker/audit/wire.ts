import * as v from 'valibot';
import { Id, Instant, Limit, Timestamp } from '../http/wire.ts';
import { type Checkpoint, checkpointOf } from './chain.ts';
import type { EventRow, SealHead } from './store.ts';

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

export const EventQuery = v.object({
  act: v.optional(v.pipe(text, v.description('Such as `round.open`'))),
  subject: v.optional(v.pipe(text, v.description('Such as `round:{id}`, with all that stands below it'))),
  actor: v.optional(v.pipe(text, v.description('The id of who acted: an account, a link, a key'))),
  from: v.optional(v.pipe(Instant, v.description('The first instant'))),
  to: v.optional(v.pipe(Instant, v.description('The first instant no more'))),
  limit: v.optional(Limit(1000), '100'),
  cursor: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))),
  format: v.optional(v.picklist(['json', 'csv'])),
});

export const EventWire = v.object({
  number: v.pipe(v.number(), v.description('In the order in which events were written, without a gap')),
  id: Id,
  at: Timestamp,
  actor: v.object({
    kind: v.picklist(['staff', 'link', 'key', 'system']),
    id: v.string(),
    role: v.pipe(v.nullable(v.string()), v.description('Of staff: the roles by which they were allowed it')),
  }),
  act: v.string(),
  subject: v.string(),
  requestId: v.string(),
  detail: v.record(v.string(), v.unknown()),
});

export const CheckpointWire = v.object({
  database: v.pipe(v.string(), v.description("`control`, or the province's code")),
  seal: v.number(),
  lastSeq: v.pipe(v.number(), v.description('The number of the last event that it covers')),
  sealedAt: Timestamp,
  hash: v.string(),
  keyId: v.string(),
  signature: v.string(),
});

export const EventList = v.object({
  items: v.array(EventWire),
  nextCursor: v.nullable(v.string()),
  sealed: v.pipe(v.nullable(CheckpointWire), v.description('The last seal; null before the first')),
});

/** An event as people read it: without the hashes, which are for proving and tell nobody anything. */
export const eventToWire = (row: EventRow): v.InferInput<typeof EventWire> => ({
  number: row.seq,
  id: row.id,
  at: row.at,
  actor: { kind: row.actorKind, id: row.actorId, role: row.actorRole },
  act: row.act,
  subject: row.subject,
  requestId: row.requestId,
  detail: row.detail,
});

export const sealToWire = (database: string, seal: SealHead | undefined): Checkpoint | null =>
  seal ? checkpointOf(database, seal) : null;
