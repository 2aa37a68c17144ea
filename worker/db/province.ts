import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { FormDefinition } from '../../forms/definition/schema.ts';
import type { Scorecard } from '../../forms/scoring/scorecard.ts';
import type { Answers, Value } from '../../forms/value.ts';

// Timestamps are ISO 8601 in UTC with milliseconds, so that they sort as text; a state is computed from them, never stored.

/** A commune or a village. `code` is an official code and never an identity: merged communes inherit codes (docs/domain.md §6). */
export const units = sqliteTable(
  'units',
  {
    id: text().primaryKey(),
    level: text({ enum: ['commune', 'village'] }).notNull(),
    /** The unit's own word for itself: xã, thị trấn, bản, tổ dân phố. */
    kindLabel: text('kind_label').notNull(),
    name: text().notNull(),
    code: text(),
    parentId: text('parent_id'),
    attributes: text({ mode: 'json' }).$type<Record<string, Value>>().notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [index('units_parent').on(table.parentId)],
);

/** One unit became (part of) another: which, how much of it, from which day, by which legal act (docs/domain.md §6). */
export const lineage = sqliteTable(
  'lineage',
  {
    predecessorId: text('predecessor_id')
      .notNull()
      .references(() => units.id),
    successorId: text('successor_id')
      .notNull()
      .references(() => units.id),
    extent: text({ enum: ['whole', 'part'] }).notNull(),
    /** YYYY-MM-DD. */
    date: text().notNull(),
    legalAct: text('legal_act').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.predecessorId, table.successorId] }),
    index('lineage_successor').on(table.successorId),
  ],
);

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
  /** The first instant that is too late, or null. */
  closesAt: text('closes_at'),
  openedAt: text('opened_at'),
  closedAt: text('closed_at'),
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
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.unitId] }),
    index('round_units_commune').on(table.roundId, table.communeId, table.position),
  ],
);

/** A way in for a commune's or a village's staff. The token itself is never stored. */
export const links = sqliteTable(
  'links',
  {
    id: text().primaryKey(),
    roundId: text('round_id')
      .notNull()
      .references(() => rounds.id),
    unitId: text('unit_id').notNull(),
    communeId: text('commune_id').notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    revokedAt: text('revoked_at'),
    lastUsedAt: text('last_used_at'),
  },
  (table) => [index('links_round').on(table.roundId, table.unitId)],
);

/** One unit's answers in one round. `raw` keeps what was typed and could not be read as an answer. */
export const responses = sqliteTable(
  'responses',
  {
    roundId: text('round_id').notNull(),
    unitId: text('unit_id').notNull(),
    communeId: text('commune_id').notNull(),
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

/** A commune's file in a round; one row for each commune from the round's opening on. */
export const submissions = sqliteTable(
  'submissions',
  {
    roundId: text('round_id').notNull(),
    communeId: text('commune_id').notNull(),
    /** Rises whenever what decides the score changes; a scorecard of a lower version is stale. */
    inputsVersion: integer('inputs_version').notNull(),
    submittedAt: text('submitted_at'),
    reference: text(),
    /** The written reasons for what was confirmed at submission, by the finding's key. */
    reasons: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.communeId] }),
    uniqueIndex('submissions_reference').on(table.reference),
  ],
);

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
    formHash: text('form_hash').notNull(),
    unitsHash: text('units_hash').notNull(),
    answersHash: text('answers_hash').notNull(),
    engineVersion: text('engine_version').notNull(),
    scoredAt: text('scored_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.communeId] })],
);

export const apiKeys = sqliteTable('api_keys', {
  id: text().primaryKey(),
  name: text().notNull(),
  keyHash: text('key_hash').notNull().unique(),
  scopes: text({ mode: 'json' }).$type<string[]>().notNull(),
  createdAt: text('created_at').notNull(),
  expiresAt: text('expires_at'),
  revokedAt: text('revoked_at'),
});

/** Who did what, written in the same batch as the act itself; rows are never changed. */
export const events = sqliteTable('events', {
  id: text().primaryKey(),
  at: text().notNull(),
  actorKind: text('actor_kind', { enum: ['staff', 'link', 'key', 'system'] }).notNull(),
  actorId: text('actor_id').notNull(),
  act: text().notNull(),
  subject: text().notNull(),
  requestId: text('request_id').notNull(),
  detail: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
});
