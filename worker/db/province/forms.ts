import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { FormDefinition } from '../../../forms/definition/schema.ts';

export const forms = sqliteTable('forms', {
  id: text().primaryKey(),
  /** `FormDefinition.id`, the name that stays the same from version to version. */
  key: text().notNull().unique(),
  createdAt: text('created_at').notNull(),
});

/** Draft until `published_at`; from then on the document never changes. */
export const formVersions = sqliteTable(
  'form_versions',
  {
    id: text().primaryKey(),
    formId: text('form_id')
      .notNull()
      .references(() => forms.id),
    number: integer().notNull(),
    document: text({ mode: 'json' }).$type<FormDefinition>().notNull(),
    /** SHA-256 of the document's canonical JSON, in hex. */
    hash: text().notNull(),
    createdAt: text('created_at').notNull(),
    publishedAt: text('published_at'),
  },
  (table) => [
    uniqueIndex('form_versions_number').on(table.formId, table.number),
    uniqueIndex('form_versions_hash').on(table.formId, table.hash),
  ],
);
