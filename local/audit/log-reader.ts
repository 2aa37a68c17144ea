import type { Client } from '@libsql/client';
import { asc, gt, inArray } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql/http';
import type { Act } from '../../web/log/acts.ts';
import type { LoggedEvent, Seal } from '../../worker/audit/chain.ts';
import { HEADS_NOTED, type Heads } from '../../worker/audit/note-heads.ts';
import { logged } from '../../worker/audit/seal-store.ts';
import { controlEvents } from '../../worker/db/control.ts';
import { auditSeals, events } from '../../worker/db/province/events.ts';
import type { NotedSeal } from './verify.ts';

/** Rows of one page; a seal has up to sixteen kilobytes of prints. */
const EVENTS = 2000;
const SEALS = 100;

/** Every event of a log in the order of its numbers, a page at a time. */
export async function* eventsIn(client: Client): AsyncGenerator<LoggedEvent> {
  const db = drizzle(client);
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const page = await db
      .select(logged)
      .from(events)
      .where(gt(events.seq, after))
      .orderBy(asc(events.seq))
      .limit(EVENTS);
    yield* page;
    if (page.length < EVENTS) return;
    after = page.at(-1)!.seq;
  }
}

/** Every seal of a log, a page at a time. */
export async function* sealsIn(client: Client): AsyncGenerator<Seal> {
  const db = drizzle(client);
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const behind = gt(auditSeals.number, after);
    const page = await db.select().from(auditSeals).where(behind).orderBy(asc(auditSeals.number)).limit(SEALS);
    yield* page;
    if (page.length < SEALS) return;
    after = page.at(-1)!.number;
  }
}

/** What the registry knows of a province's log. */
interface Known {
  noted: NotedSeal[];
  /** The code that it began under, where that is another. */
  origin?: string | undefined;
}

/** The acts after which what the registry noted of a province's log holds no more, or not all of it. */
const RETURNS: Act[] = ['province.from-backup', 'province.to-moment', 'province.drop'];

/**
 * What the registry's log says of the provinces' logs, by code. A province that was restored from a backup, or deleted, begins anew
 * there; one that went back to a moment has the seals of before.
 */
export async function knownIn(registry: Client): Promise<Map<string, Known>> {
  const rows = await drizzle(registry)
    .select({
      act: controlEvents.act,
      subject: controlEvents.subject,
      at: controlEvents.at,
      detail: controlEvents.detail,
    })
    .from(controlEvents)
    .where(inArray(controlEvents.act, [HEADS_NOTED, ...RETURNS]))
    .orderBy(asc(controlEvents.seq));
  const known = new Map<string, Known>();
  for (const { act, subject, at, detail } of rows) {
    if (act !== HEADS_NOTED) {
      const origin = typeof detail.of === 'string' ? detail.of : undefined;
      const code = subject.replace('province:', '');
      const upTo = act === 'province.to-moment' ? Number(detail.seal) : 0;
      known.set(code, { noted: (known.get(code)?.noted ?? []).filter(({ seal }) => seal <= upTo), origin });
    } else {
      for (const [code, head] of Object.entries(detail as Heads)) {
        const ofProvince = known.get(code) ?? { noted: [] };
        ofProvince.noted.push({ ...head, at });
        known.set(code, ofProvince);
      }
    }
  }
  return known;
}

/** What keeps a log as it is, by name. */
const GUARDS = [
  ...['events_never_change', 'events_never_go', 'events_never_replaced'],
  ...['audit_seals_never_change', 'audit_seals_never_go'],
];

/** Of a log's database: the guards that somebody took away, and the highest number that an event ever had. */
export async function stateOf(client: Client): Promise<{ missingGuards: string[]; highest: number }> {
  const [triggers, sequence] = await client.batch(
    [
      "SELECT name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%append-only%'",
      "SELECT seq FROM sqlite_sequence WHERE name = 'events'",
    ],
    'read',
  );
  const there = new Set(triggers!.rows.map(({ name }) => name));
  return {
    missingGuards: GUARDS.filter((name) => !there.has(name)),
    highest: Number(sequence!.rows[0]?.seq ?? 0),
  };
}
