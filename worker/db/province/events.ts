import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Who did what, written in the same batch as the act itself; rows are never changed. */
export const events = sqliteTable(
  'events',
  {
    id: text().primaryKey(),
    at: text().notNull(),
    actorKind: text('actor_kind', { enum: ['staff', 'link', 'key', 'system'] }).notNull(),
    actorId: text('actor_id').notNull(),
    /** Of staff: the roles by which they were allowed it. */
    actorRole: text('actor_role'),
    act: text().notNull(),
    subject: text().notNull(),
    requestId: text('request_id').notNull(),
    detail: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    /** SHA-256 of what was changed, as canonical JSON, before and after; null where there was or is nothing. */
    beforeHash: text('before_hash'),
    afterHash: text('after_hash'),
  },
  (table) => [index('events_subject').on(table.subject)],
);
