import { and, eq, gt, gte, type SQL } from 'drizzle-orm';
import type { ProvinceDb } from '../db/open.ts';
import { rounds, roundUnits, scorecards, submissions } from '../db/province.ts';

const readiness = (db: ProvinceDb, roundId: string, ...conditions: (SQL | undefined)[]) =>
  db.read
    .select({ unit: roundUnits, scorecard: scorecards, submission: submissions })
    .from(roundUnits)
    .innerJoin(scorecards, and(eq(scorecards.roundId, roundUnits.roundId), eq(scorecards.communeId, roundUnits.unitId)))
    .innerJoin(
      submissions,
      and(eq(submissions.roundId, roundUnits.roundId), eq(submissions.communeId, roundUnits.unitId)),
    )
    .where(and(eq(roundUnits.roundId, roundId), eq(roundUnits.level, 'commune'), ...conditions))
    .orderBy(roundUnits.position);

/** Whether the round exists, for a list that may be empty for good reasons. */
export const roundExists = (db: ProvinceDb, roundId: string) =>
  db.read.select({ id: rounds.id }).from(rounds).where(eq(rounds.id, roundId));

/** Stored scorecards of a round's communes in the round's order, from behind `after` (a position) on. */
export const readinessList = (
  db: ProvinceDb,
  roundId: string,
  page: { limit: number; after: number | null; updatedSince: string | null },
) =>
  readiness(
    db,
    roundId,
    page.after === null ? undefined : gt(roundUnits.position, page.after),
    page.updatedSince === null ? undefined : gte(scorecards.scoredAt, page.updatedSince),
  ).limit(page.limit);

export const readinessOf = (db: ProvinceDb, roundId: string, communeId: string) =>
  readiness(db, roundId, eq(roundUnits.unitId, communeId));
