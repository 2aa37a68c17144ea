import { and, count, eq, gt, gte, or, type SQL, sql } from 'drizzle-orm';
import type { Scorecard } from '../../forms/index.ts';
import type { ProvinceDb } from '../db/open.ts';
import { rounds, roundUnits } from '../db/province/rounds.ts';
import { scorecards } from '../db/province/scorecards.ts';
import { submissions } from '../db/province/submissions.ts';
import { lineage } from '../db/province/units.ts';
import type { Figures } from '../disclosure/figures.ts';
import { recognisedOn } from '../recognition/on-day.ts';

/** Exact figures are read only where somebody is to see them, and where there are no masked ones. */
const documentFor = (figures: Figures) =>
  (figures === 'exact'
    ? sql<Scorecard | null>`${scorecards.document}`
    : sql<Scorecard | null>`CASE WHEN ${scorecards.masked} IS NULL THEN ${scorecards.document} END`
  ).mapWith(scorecards.document);

const readiness = (db: ProvinceDb, roundId: string, figures: Figures, ...conditions: (SQL | undefined)[]) =>
  db.read
    .select({
      unit: roundUnits,
      scorecard: {
        document: documentFor(figures),
        masked: scorecards.masked,
        inputsVersion: scorecards.inputsVersion,
        formHash: scorecards.formHash,
        unitsHash: scorecards.unitsHash,
        answersHash: scorecards.answersHash,
        engineVersion: scorecards.engineVersion,
        scoredAt: scorecards.scoredAt,
      },
      submission: submissions,
    })
    .from(roundUnits)
    .innerJoin(scorecards, and(eq(scorecards.roundId, roundUnits.roundId), eq(scorecards.communeId, roundUnits.unitId)))
    .innerJoin(
      submissions,
      and(eq(submissions.roundId, roundUnits.roundId), eq(submissions.communeId, roundUnits.unitId)),
    )
    .where(and(eq(roundUnits.roundId, roundId), eq(roundUnits.level, 'commune'), ...conditions))
    .orderBy(roundUnits.position);

/** The version of a round's results; nothing when there is no such round. */
export const resultsVersion = (db: ProvinceDb, roundId: string) =>
  db.read.select({ resultsVersion: rounds.resultsVersion }).from(rounds).where(eq(rounds.id, roundId));

export interface Page {
  limit: number;
  /** The position behind which the page begins. */
  after: number | null;
  updatedSince: string | null;
}

/** What a list was made of: another version of either makes another list. */
export interface ListVersion {
  resultsVersion: number;
  settingsRevision: number;
}

/**
 * Stored scorecards of a round's communes in the round's order; none at all when the round's results and the province's settings
 * are still of the version that the reader has.
 */
export const readinessList = (
  db: ProvinceDb,
  roundId: string,
  page: Page,
  figures: Figures,
  known: ListVersion | null = null,
) =>
  readiness(
    db,
    roundId,
    figures,
    page.after === null ? undefined : gt(roundUnits.position, page.after),
    // A step of the file, such as its verification, changes what is listed without another score.
    page.updatedSince === null
      ? undefined
      : or(gte(scorecards.scoredAt, page.updatedSince), gte(submissions.updatedAt, page.updatedSince)),
    known === null
      ? undefined
      : sql`((SELECT results_version FROM rounds WHERE id = ${roundId}) <> ${known.resultsVersion}
          OR coalesce((SELECT revision FROM settings), 0) <> ${known.settingsRevision})`,
  ).limit(page.limit);

export const readinessOf = (db: ProvinceDb, roundId: string, communeId: string, figures: Figures) =>
  readiness(db, roundId, figures, eq(roundUnits.unitId, communeId));

/**
 * The units that a commune came out of: how many, how many of them were recognised when they ended, how many the round before
 * had, and how many of those were ready then.
 */
export const predecessorsOf = (db: ProvinceDb, roundId: string, communeId: string) =>
  db.read
    .select({
      total: count(),
      // An edge's date is the first day on which the predecessor stands no longer.
      recognised: sql<number>`coalesce(sum(${recognisedOn(lineage.predecessorId, sql`date(${lineage.date}, '-1 day')`)}), 0)`,
      existed: count(scorecards.communeId),
      ready: sql<number>`coalesce(sum(${scorecards.ready}), 0)`,
    })
    .from(lineage)
    .innerJoin(rounds, eq(rounds.id, roundId))
    .leftJoin(
      scorecards,
      and(eq(scorecards.roundId, rounds.previousRoundId), eq(scorecards.communeId, lineage.predecessorId)),
    )
    .where(eq(lineage.successorId, communeId));
