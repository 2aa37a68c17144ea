import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { FormDefinition } from '../../forms/index.ts';
import type { ProvinceDb } from '../db/open.ts';
import { formVersions } from '../db/province/forms.ts';
import { responses } from '../db/province/responses.ts';
import { roundUnits } from '../db/province/rounds.ts';
import { submissions } from '../db/province/submissions.ts';
import { lineage } from '../db/province/units.ts';
import { sameDocument } from '../forms/same-document.ts';
import { upgradeResponses } from '../submissions/upgrade-response.ts';
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
      .select({
        roundId: responses.roundId,
        unitId: responses.unitId,
        communeId: responses.communeId,
        formVersionId: responses.formVersionId,
        answers: responses.answers,
      })
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
    // The same form year after year is not sent along again.
    db.read
      .select()
      .from(formVersions)
      .where(
        and(
          sql`${formVersions.id} IN (SELECT p.form_version_id FROM responses p
            WHERE p.round_id IN ${earlierRounds} AND p.commune_id IN ${ancestors})`,
          sql`${formVersions.hash} NOT IN (SELECT v.hash FROM form_versions v
            JOIN rounds r ON r.form_version_id = v.id JOIN (${target}) t ON t.round_id = r.id)`,
        ),
      ),
  ] as const;
}

interface Version {
  id: string;
  hash: string;
  document: FormDefinition;
}

type Answered = Earlier['responses'][number] & { communeId: string; formVersionId: string };

/** What the reads gave, put together; answers as the round's version of the form has them, whatever they were given to. */
export function earlierFrom(
  { previousRoundId, baselineRoundId }: Pick<Earlier, 'previousRoundId' | 'baselineRoundId'>,
  version: Version,
  [edges, units, answered, others]: readonly [Earlier['edges'], Earlier['units'], Answered[], Version[]],
): Earlier {
  // Text that could not be read when it was typed is no answer afterwards either.
  const given = answered.map((response) => ({ ...response, raw: {} }));
  const responses = upgradeResponses(version, others.map(sameDocument), given);
  return { previousRoundId, baselineRoundId, edges, units, responses };
}
