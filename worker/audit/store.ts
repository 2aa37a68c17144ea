import { and, desc, eq, gte, lt, or, type SQL, sql } from 'drizzle-orm';
import type { ProvinceDb } from '../db/open.ts';
import { events } from '../db/province/events.ts';
import { lastSeal } from './seal-store.ts';

export interface EventFilter {
  act?: string | undefined;
  /** With all that stands below it: `round:…` finds `round:…/commune:…` too. */
  subject?: string | undefined;
  actor?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export interface EventPage extends EventFilter {
  /** The number before which the page begins; newest first. */
  before: number | null;
  limit: number;
}

const { seq, id, at, actorKind, actorId, actorRole, act, subject, requestId, detail } = events;
/** All but the hashes. */
const readable = { seq, id, at, actorKind, actorId, actorRole, act, subject, requestId, detail };

const below = (wanted: string): SQL | undefined =>
  // "0" follows "/" among characters: a range that the index finds.
  or(eq(subject, wanted), and(gte(subject, `${wanted}/`), lt(subject, `${wanted}0`)));

/** A page of the log, newest first, with the last seal. The log has the same tables in both kinds of database. */
export async function eventsAndSeal(db: ProvinceDb, page: EventPage) {
  const { act: wantedAct, subject: wantedSubject, actor, from, to, before, limit } = page;
  const wanted = and(
    wantedAct === undefined ? undefined : eq(act, wantedAct),
    wantedSubject === undefined ? undefined : below(wantedSubject),
    actor === undefined ? undefined : eq(actorId, actor),
    from === undefined ? undefined : gte(at, from),
    to === undefined ? undefined : lt(at, to),
    before === null ? undefined : lt(seq, before),
  );
  const [rows, seals, [counted]] = await db.read.batch([
    db.read.select(readable).from(events).where(wanted).orderBy(desc(seq)).limit(limit),
    lastSeal(db),
    db.read
      .select({ unsealed: sql<number>`count(*)` })
      .from(events)
      .where(sql`${seq} > coalesce((SELECT max(last_seq) FROM audit_seals), 0)`),
  ]);
  return { rows, seal: seals[0], unsealed: counted!.unsealed };
}

export type EventRow = Awaited<ReturnType<typeof eventsAndSeal>>['rows'][number];
export type SealHead = NonNullable<Awaited<ReturnType<typeof eventsAndSeal>>['seal']>;
