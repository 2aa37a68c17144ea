import * as v from 'valibot';
import { withoutIdentity } from '../http/free-text.ts';
import { Day, Id, Labels, Line, Timestamp } from '../http/wire.ts';
import { DeadlineWire } from '../rounds/wire.ts';
import type { Entry } from './entries.ts';
import type { FeedRow } from './store.ts';

export const EntryWire = v.object({
  id: v.pipe(v.string(), v.description('The same from reading to reading')),
  kind: v.picklist(['opening', 'deadline', 'closing', 'plan']),
  title: v.pipe(Labels, v.description("The round's name, or what the plan wants done")),
  roundId: v.nullable(Id),
  day: v.pipe(
    v.nullable(Day),
    v.description('Of a deadline the last day that counts; null for what comes again and again on no stated day'),
  ),
  at: v.pipe(v.nullable(Timestamp), v.description('The instant, where it is not a whole day')),
  deadline: v.nullable(DeadlineWire),
  lateSubmissions: v.nullable(v.picklist(['accept', 'refuse'])),
  clause: v.nullable(v.string()),
  audience: v.nullable(v.picklist(['village', 'commune', 'district', 'province'])),
  repeats: v.nullable(v.picklist(['week', 'month', 'quarter', 'year'])),
  tentative: v.pipe(v.boolean(), v.description('Of a round that is still a draft')),
});

export const CalendarWire = v.object({ items: v.array(EntryWire) });

export function entryToWire(entry: Entry): v.InferInput<typeof EntryWire> {
  const { sequence: _, createdAt: __, audience, ...wire } = entry;
  return { ...wire, audience: audience ?? null };
}

export const NewFeed = v.strictObject({
  name: v.pipe(Line(100), withoutIdentity, v.description('Who reads it, so that the right one can be revoked')),
});

export const FeedWire = v.object({
  id: Id,
  name: v.string(),
  createdAt: Timestamp,
  revokedAt: v.nullable(Timestamp),
});

export const FeedList = v.object({ items: v.array(FeedWire) });
export const CreatedFeed = v.object({
  ...FeedWire.entries,
  url: v.pipe(v.string(), v.description('Holds the token, which is shown here once and stored nowhere')),
});
export const FeedPath = v.object({ code: v.string(), feedId: Id });

export const feedToWire = ({ id, name, createdAt, revokedAt }: FeedRow): v.InferInput<typeof FeedWire> => ({
  id,
  name,
  createdAt,
  revokedAt,
});
