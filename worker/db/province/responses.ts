import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Answers } from '../../../forms/value.ts';

/** One unit's answers in one round as they stand. `raw` keeps what was typed and could not be read as an answer. */
export const responses = sqliteTable(
  'responses',
  {
    roundId: text('round_id').notNull(),
    unitId: text('unit_id').notNull(),
    communeId: text('commune_id').notNull(),
    /** The version of the form that the answers were given to. */
    formVersionId: text('form_version_id').notNull().default(''),
    answers: text({ mode: 'json' }).$type<Answers>().notNull(),
    raw: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
    revision: integer().notNull(),
    savedAt: text('saved_at').notNull(),
    linkId: text('link_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.unitId] }),
    index('responses_commune').on(table.roundId, table.communeId),
  ],
);

/**
 * Every save of a unit's answers as what it changed: `changes` and `rawChanges` are merge patches (RFC 7396), null for what was
 * taken away, so that the answers of revision n are the patches 1 … n one after another. Rows are never changed.
 */
export const responseRevisions = sqliteTable(
  'response_revisions',
  {
    /** Made by the client, so that a save that was sent twice is one save. */
    id: text().primaryKey(),
    roundId: text('round_id').notNull(),
    unitId: text('unit_id').notNull(),
    revision: integer().notNull(),
    formVersionId: text('form_version_id').notNull(),
    changes: text({ mode: 'json' }).$type<Answers>().notNull(),
    rawChanges: text('raw_changes', { mode: 'json' }).$type<Record<string, string | null>>().notNull(),
    savedAt: text('saved_at').notNull(),
    linkId: text('link_id').notNull(),
  },
  (table) => [uniqueIndex('response_revisions_unit').on(table.roundId, table.unitId, table.revision)],
);
