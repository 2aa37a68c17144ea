import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What a province decided for itself: one row, or none while everything is as it comes. */
export const settings = sqliteTable('settings', {
  id: integer().primaryKey(),
  /** Names of questions whose figures no API key is given, also where its scopes would allow it. */
  withheldQuestions: text('withheld_questions', { mode: 'json' }).$type<string[]>().notNull(),
  /** Months after a round's closing at which its answers are deleted; scores and hashes stay. Null keeps them. */
  answersKeptMonths: integer('answers_kept_months'),
  /** When that was last changed: nothing is deleted until some days after (worker/retention/due.ts). */
  answersKeptSince: text('answers_kept_since'),
  revision: integer().notNull(),
  updatedAt: text('updated_at').notNull(),
});
