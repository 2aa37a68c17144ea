import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { rounds } from './rounds.ts';
import { units } from './units.ts';

/** A commune's file of recognition as drug-free, from the round whose results it rests on. */
export const recognitionFiles = sqliteTable(
  'recognition_files',
  {
    id: text().primaryKey(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    roundId: text('round_id')
      .notNull()
      .references(() => rounds.id),
    /** Rises with every step; what `If-Match` names. */
    revision: integer().notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [index('recognition_files_unit').on(table.unitId)],
);

/** The steps of a recognition file, each by a written decision; rows are never changed. */
export const recognitionSteps = sqliteTable(
  'recognition_steps',
  {
    id: text().primaryKey(),
    fileId: text('file_id')
      .notNull()
      .references(() => recognitionFiles.id),
    step: text({ enum: ['proposed', 'appraised', 'recognised', 'refused', 'maintained', 'revoked'] }).notNull(),
    /** The round whose results a yearly maintenance rests on. */
    roundId: text('round_id'),
    decisionNumber: text('decision_number').notNull(),
    /** YYYY-MM-DD. */
    decisionDate: text('decision_date').notNull(),
    /** Of the signer: an office, not a person. */
    office: text().notNull(),
    note: text(),
    /** The hash of the answers whose score the step rests on, so that a later change shows; null for a step that ends a file. */
    answersHash: text('answers_hash'),
    at: text().notNull(),
    actorId: text('actor_id').notNull(),
  },
  (table) => [index('recognition_steps_file').on(table.fileId)],
);
