import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { ProvinceDb } from '../db/open.ts';
import { rounds, roundUnits } from '../db/province/rounds.ts';
import { scorecards } from '../db/province/scorecards.ts';
import { submissions } from '../db/province/submissions.ts';
import { lineage, units } from '../db/province/units.ts';
import type { Figures } from '../disclosure/figures.ts';

/**
 * The reads behind `compared`, to stand in the batch of whoever compares: no further round trip. Without exact figures communes
 * are compared by those alone that everybody may know, so that an outlier tells no other.
 */
export function compareQueries(db: ProvinceDb, roundId: string, wanted: Figures) {
  const figures =
    wanted === 'exact'
      ? sql<Record<string, number>>`${scorecards.figures}`.mapWith(scorecards.figures)
      : sql<Record<string, number>>`coalesce(${scorecards.shownFigures}, '{}')`.mapWith(scorecards.figures);
  const previousRound = sql`(SELECT previous_round_id FROM rounds WHERE id = ${roundId})`;
  const submitted = and(isNotNull(submissions.submittedAt), eq(scorecards.inputsVersion, submissions.inputsVersion));
  const ofFile = and(
    eq(submissions.roundId, scorecards.roundId),
    eq(submissions.communeId, scorecards.communeId),
    submitted,
  );
  return [
    db.read.select().from(rounds).where(eq(rounds.id, roundId)),
    db.read
      .select({
        communeId: roundUnits.unitId,
        kindLabel: roundUnits.kindLabel,
        attributes: roundUnits.attributes,
        figures,
      })
      .from(scorecards)
      .innerJoin(submissions, ofFile)
      .innerJoin(
        roundUnits,
        and(eq(roundUnits.roundId, scorecards.roundId), eq(roundUnits.unitId, scorecards.communeId)),
      )
      .where(eq(scorecards.roundId, roundId))
      .orderBy(roundUnits.position),
    // Every commune that the previous round had; figures only of those that handed in.
    db.read
      .select({ communeId: roundUnits.unitId, figures, submittedAt: submissions.submittedAt })
      .from(roundUnits)
      .leftJoin(
        scorecards,
        and(eq(scorecards.roundId, roundUnits.roundId), eq(scorecards.communeId, roundUnits.unitId)),
      )
      .leftJoin(submissions, ofFile)
      .where(and(sql`${roundUnits.roundId} = ${previousRound}`, eq(roundUnits.level, 'commune'))),
    db.read
      .select({
        predecessorId: lineage.predecessorId,
        successorId: lineage.successorId,
        extent: lineage.extent,
      })
      .from(lineage)
      .innerJoin(units, eq(units.id, lineage.successorId))
      .where(eq(units.level, 'commune')),
  ] as const;
}
