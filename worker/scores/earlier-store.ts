import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { ProvinceDb } from '../db/open.ts';
import { responses } from '../db/province/responses.ts';
import { roundUnits } from '../db/province/rounds.ts';
import { submissions } from '../db/province/submissions.ts';
import { lineage } from '../db/province/units.ts';
import type { Earlier } from './earlier-rounds.ts';

/** Names one commune in one round inside SQL: a subquery of two columns, `round_id` and `commune_id`. */
export type Target = SQL;

export const targetOf = (roundId: string, communeId: string): Target =>
  sql`SELECT ${roundId} AS round_id, ${communeId} AS commune_id`;

/** The reads behind `Earlier`, to stand in the batch that reads the commune itself: no further round trip. */
export function earlierQueries(db: ProvinceDb, target: Target) {
  const ancestors = sql`(WITH RECURSIVE ancestor (id) AS (
    SELECT commune_id FROM (${target})
    UNION SELECT l.predecessor_id FROM lineage l JOIN ancestor a ON l.successor_id = a.id)
    SELECT id FROM ancestor)`;
  const earlierRounds = sql`(SELECT r.previous_round_id FROM rounds r JOIN (${target}) t ON t.round_id = r.id
    UNION SELECT r.baseline_round_id FROM rounds r JOIN (${target}) t ON t.round_id = r.id)`;
  return [
    db.read.select().from(lineage).where(sql`${lineage.successorId} IN ${ancestors}`),
    db.read
      .select()
      .from(roundUnits)
      .where(and(sql`${roundUnits.roundId} IN ${earlierRounds}`, sql`${roundUnits.communeId} IN ${ancestors}`))
      .orderBy(roundUnits.position),
    db.read
      .select({ roundId: responses.roundId, unitId: responses.unitId, answers: responses.answers })
      .from(responses)
      .innerJoin(
        submissions,
        and(eq(submissions.roundId, responses.roundId), eq(submissions.communeId, responses.communeId)),
      )
      .where(
        and(
          isNotNull(submissions.submittedAt),
          sql`${responses.roundId} IN ${earlierRounds}`,
          sql`${responses.communeId} IN ${ancestors}`,
        ),
      ),
  ] as const;
}

/** What the reads gave, put together. */
export function earlierFrom(
  round: Pick<Earlier, 'previousRoundId' | 'baselineRoundId'>,
  [edges, units, answers]: [Earlier['edges'], Earlier['units'], Earlier['responses']],
): Earlier {
  const { previousRoundId, baselineRoundId } = round;
  return { previousRoundId, baselineRoundId, edges, units, responses: answers };
}
