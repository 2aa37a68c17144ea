import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { MaskedScorecard } from '../../../forms/disclosure/mask-scorecard.ts';
import type { Scorecard } from '../../../forms/scoring/scorecard.ts';

/** The stored verdict with everything needed to compute it again. */
export const scorecards = sqliteTable(
  'scorecards',
  {
    roundId: text('round_id').notNull(),
    communeId: text('commune_id').notNull(),
    inputsVersion: integer('inputs_version').notNull(),
    ready: integer({ mode: 'boolean' }),
    index: real(),
    document: text({ mode: 'json' }).$type<Scorecard>().notNull(),
    /** The same as everybody may see it, without small counts; null of a score that was stored before there was one. */
    masked: text({ mode: 'json' }).$type<MaskedScorecard>(),
    /** Sums of the counts that were answered, by question, for comparing communes with each other. */
    figures: text({ mode: 'json' }).$type<Record<string, number>>().notNull().default({}),
    /** Those of them that everybody may know; null of a score that was stored before they were told apart. */
    shownFigures: text('shown_figures', { mode: 'json' }).$type<Record<string, number>>(),
    formHash: text('form_hash').notNull(),
    unitsHash: text('units_hash').notNull(),
    answersHash: text('answers_hash').notNull(),
    engineVersion: text('engine_version').notNull(),
    scoredAt: text('scored_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.communeId] })],
);
