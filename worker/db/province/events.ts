import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Who did what, written in the same batch as the act itself; rows are never changed. */
export const events = sqliteTable(
  'events',
  {
    id: text().primaryKey(),
    at: text().notNull(),
    actorKind: text('actor_kind', { enum: ['staff', 'link', 'key', 'system'] }).notNull(),
    actorId: text('actor_id').notNull(),
    act: text().notNull(),
    subject: text().notNull(),
    requestId: text('request_id').notNull(),
    detail: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  },
  (table) => [index('events_subject').on(table.subject)],
);
