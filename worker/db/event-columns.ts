import { index, integer, type SQLiteColumn, text } from 'drizzle-orm/sqlite-core';

/**
 * An event as both databases keep it. Rows are only ever added: triggers refuse all else (migrations/…/audit.sql), and the seals
 * chain them (docs/adr/0030-a-sealed-log.md).
 */
export const eventColumns = {
  /** Given by the database in the order of its transactions, without a gap: what fails takes its number back. */
  seq: integer().primaryKey({ autoIncrement: true }),
  id: text().notNull().unique(),
  at: text().notNull(),
  actorKind: text('actor_kind', { enum: ['staff', 'link', 'key', 'system'] }).notNull(),
  actorId: text('actor_id').notNull(),
  /** Of staff: the roles by which they were allowed it. */
  actorRole: text('actor_role'),
  act: text().notNull(),
  subject: text().notNull(),
  requestId: text('request_id').notNull(),
  detail: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  /** What was changed, before and after, as a keyed hash (worker/audit/value-hash.ts); null where there was or is nothing. */
  beforeHash: text('before_hash'),
  afterHash: text('after_hash'),
};

type Filtered = Record<'at' | 'actorId' | 'act' | 'subject', SQLiteColumn>;

/** By what the log is looked through. */
export const eventIndexes = ({ at, actorId, act, subject }: Filtered) => [
  index('events_subject').on(subject),
  index('events_act').on(act),
  index('events_actor').on(actorId),
  index('events_at').on(at),
];

/** One seal over the events that came since the one before it (worker/audit/chain.ts). */
export const sealColumns = {
  /** 1, 2, 3 …; two runs at once cannot both have it. */
  number: integer().primaryKey(),
  firstSeq: integer('first_seq').notNull(),
  lastSeq: integer('last_seq').notNull(),
  /** How many events it covers: as many as its numbers span, unless one was missing already. */
  events: integer().notNull(),
  /** Sixteen hex digits of each event's hash, one after the other: by them a verification names the event that is not as it was. */
  prints: text().notNull(),
  sealedAt: text('sealed_at').notNull(),
  /** The chain's hash: everything up to and with this seal. */
  hash: text().notNull(),
  /** Which secret signed it; with `!` behind it where none of the service's secrets had signed the seal before. */
  keyId: text('key_id').notNull(),
  /** HMAC of `hash` under a key of the worker's secret, which the database does not hold. */
  signature: text().notNull(),
};
