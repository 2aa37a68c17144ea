import type * as v from 'valibot';
import type { EventWire } from '../audit/wire.ts';
import { csvOf } from './csv.ts';

/** A page of the log as CSV: one line an event. */
export function eventsCsv(items: v.InferInput<typeof EventWire>[]): string {
  const header = ['number', 'at', 'actor_kind', 'actor_id', 'actor_role', 'act', 'subject', 'request_id', 'detail'];
  const lines = items.map(({ number, at, actor, act, subject, requestId, detail }) => [
    ...[number, at, actor.kind, actor.id, actor.role, act, subject, requestId],
    JSON.stringify(detail),
  ]);
  return csvOf(header, lines);
}
