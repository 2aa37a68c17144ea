import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Value } from '../../../forms/value.ts';
import { formVersions } from './forms.ts';

// Timestamps are ISO 8601 in UTC with milliseconds, so that they sort as text; a state is computed from them, never stored.

/** One collection of one form version over a frozen list of units. */
export const rounds = sqliteTable('rounds', {
  id: text().primaryKey(),
  name: text().notNull(),
  kind: text({ enum: ['annual', 'half-year', 'monthly', 'baseline'] }).notNull(),
  formVersionId: text('form_version_id')
    .notNull()
    .references(() => formVersions.id),
  /** The rounds that `previous()` and `baseline()` read; null where there is none, which makes them unknown. */
  previousRoundId: text('previous_round_id'),
  baselineRoundId: text('baseline_round_id'),
  /** The days that the figures are about, YYYY-MM-DD, first and last; null where the plan states none. */
  periodFrom: text('period_from'),
  periodTo: text('period_to'),
  /** The instant at which it opens by itself; null when somebody opens it. */
  opensAt: text('opens_at'),
  /** The deadline in the plan's own words: a day, and whether that day still counts ("đến hết") or not ("trước ngày"). */
  deadlineDay: text('deadline_day'),
  deadlineBound: text('deadline_bound', { enum: ['before', 'through'] }),
  /** The first instant that is late, from the deadline; null without one. */
  dueAt: text('due_at'),
  /** What happens to what comes after the deadline. */
  lateSubmissions: text('late_submissions', { enum: ['accept', 'refuse'] })
    .notNull()
    .default('refuse'),
  /** The first instant at which nothing is taken any more, or null. */
  closesAt: text('closes_at'),
  openedAt: text('opened_at'),
  closedAt: text('closed_at'),
  archivedAt: text('archived_at'),
  /** From when on its answers are deleted, as the settings say, commune by commune; its scores and their hashes stay. */
  purgedAt: text('purged_at'),
  /** Why it could not open by itself: the code of a problem. */
  openingProblem: text('opening_problem'),
  /** Rises with every change of its settings; what `If-Match` names. */
  revision: integer().notNull().default(1),
  /** Rises with everything that changes what the readiness list says, so that a reader can tell whether it has changed. */
  resultsVersion: integer('results_version').notNull().default(0),
  /** SHA-256 of the frozen units' canonical JSON, set at opening. */
  unitsHash: text('units_hash'),
  createdAt: text('created_at').notNull(),
});

/** The units as they stood when the round opened; later changes to `units` do not reach it. */
export const roundUnits = sqliteTable(
  'round_units',
  {
    roundId: text('round_id')
      .notNull()
      .references(() => rounds.id),
    unitId: text('unit_id').notNull(),
    communeId: text('commune_id').notNull(),
    level: text({ enum: ['commune', 'village'] }).notNull(),
    kindLabel: text('kind_label').notNull(),
    name: text().notNull(),
    code: text(),
    attributes: text({ mode: 'json' }).$type<Record<string, Value>>().notNull(),
    position: integer().notNull(),
    /** When it was added after the opening; null for what was frozen then. */
    addedAt: text('added_at'),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.unitId] }),
    index('round_units_commune').on(table.roundId, table.communeId, table.position),
  ],
);

/** A secret address under which a calendar program reads a province's deadlines. The token itself is never stored. */
export const calendarFeeds = sqliteTable('calendar_feeds', {
  id: text().primaryKey(),
  name: text().notNull(),
  tokenHash: text('token_hash').notNull().unique(),
  createdAt: text('created_at').notNull(),
  revokedAt: text('revoked_at'),
});

/** A reminder that fell due; one of a kind for a commune in a round. */
export const reminders = sqliteTable(
  'reminders',
  {
    roundId: text('round_id')
      .notNull()
      .references(() => rounds.id),
    communeId: text('commune_id').notNull(),
    kind: text({ enum: ['not_begun', 'half_done', 'last_week', 'overdue'] }).notNull(),
    dueAt: text('due_at').notNull(),
    /** When it went out by mail; null where no address is known or no mail is configured. */
    mailedAt: text('mailed_at'),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.communeId, table.kind] })],
);
