import { and, eq, sql } from 'drizzle-orm';
import type { ProvinceDb } from '../db/open.ts';
import { roundUnits } from '../db/province/rounds.ts';
import { submissions } from '../db/province/submissions.ts';

/** Every commune's file of a round with the number of its villages, and of those with answers, in the round's order. */
export const submissionList = (db: ProvinceDb, roundId: string) =>
  db.read
    .select({
      unit: roundUnits,
      submission: submissions,
      expected: sql<number>`(SELECT count(*) FROM round_units v WHERE v.round_id = ${roundId}
        AND v.commune_id = ${submissions.communeId} AND v.level = 'village')`,
      begun: sql<number>`(SELECT count(*) FROM responses r WHERE r.round_id = ${roundId}
        AND r.commune_id = ${submissions.communeId} AND r.unit_id <> r.commune_id)`,
    })
    .from(submissions)
    .innerJoin(
      roundUnits,
      and(eq(roundUnits.roundId, submissions.roundId), eq(roundUnits.unitId, submissions.communeId)),
    )
    .where(eq(submissions.roundId, roundId))
    .orderBy(roundUnits.position);
