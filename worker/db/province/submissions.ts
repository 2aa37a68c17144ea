import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** A commune's file in a round; one row for each commune from the round's opening on. */
export const submissions = sqliteTable(
  'submissions',
  {
    roundId: text('round_id').notNull(),
    communeId: text('commune_id').notNull(),
    /** Rises whenever what decides the score changes; a scorecard of a lower version is stale. */
    inputsVersion: integer('inputs_version').notNull(),
    /** Rises with every step of the file; what `If-Match` names. */
    revision: integer().notNull().default(1),
    /** When it was handed in; null again once it was withdrawn or returned. */
    submittedAt: text('submitted_at'),
    /** Whether that was after the deadline that held for this commune then. */
    late: integer({ mode: 'boolean' }).notNull().default(false),
    returnedAt: text('returned_at'),
    verifiedAt: text('verified_at'),
    /** The account that verified it: the same person never decides on its recognition. */
    verifiedBy: text('verified_by'),
    /** The account that is to review it. */
    assignedTo: text('assigned_to'),
    /** The first instant that is too late for this commune alone; null where the round's own end holds. */
    extendedUntil: text('extended_until'),
    /** The number on the receipt, the same from the first handing in on. */
    reference: text(),
    /** The written reasons for what was confirmed at submission, by the finding's key. */
    reasons: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
    /** Those of these findings, by key, that follow from what everybody may see (worker/disclosure/file-as-seen.ts). */
    shownFindings: text('shown_findings', { mode: 'json' }).$type<string[]>().notNull().default([]),
    updatedAt: text('updated_at').notNull(),
    /** When its answers, reasons and links were deleted, after the round as a whole was said to be purged. */
    purgedAt: text('purged_at'),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.communeId] }),
    uniqueIndex('submissions_reference').on(table.reference),
  ],
);

/** What happened to a commune's file, step by step; rows are never changed. */
export const submissionSteps = sqliteTable(
  'submission_steps',
  {
    /** Of a submission: made by the client, so that one that was sent twice is one. */
    id: text().primaryKey(),
    roundId: text('round_id').notNull(),
    communeId: text('commune_id').notNull(),
    kind: text({ enum: ['submit', 'withdraw', 'return', 'verify', 'assign', 'extend'] }).notNull(),
    at: text().notNull(),
    actorKind: text('actor_kind', { enum: ['staff', 'link', 'key', 'system'] }).notNull(),
    actorId: text('actor_id').notNull(),
    /** At a submission: the revision of each unit's answers, so that what was handed in can be read again. */
    revisions: text({ mode: 'json' }).$type<Record<string, number>>(),
    detail: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  },
  (table) => [index('submission_steps_commune').on(table.roundId, table.communeId, table.at)],
);

/** What a reviewer wrote at a question, at a unit, or at the file as a whole when returning it. */
export const reviewComments = sqliteTable(
  'review_comments',
  {
    id: text().primaryKey(),
    /** The step that returned the file with it. */
    stepId: text('step_id')
      .notNull()
      .references(() => submissionSteps.id),
    roundId: text('round_id').notNull(),
    communeId: text('commune_id').notNull(),
    /** Null for the file as a whole. */
    unitId: text('unit_id'),
    question: text(),
    text: text().notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [index('review_comments_commune').on(table.roundId, table.communeId)],
);
