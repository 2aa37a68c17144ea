import { and, asc, desc, eq, isNotNull, lt, sql } from 'drizzle-orm';
import type { ProvinceDb } from '../db/open.ts';
import { formVersions } from '../db/province/forms.ts';
import { links } from '../db/province/links.ts';
import { responseRevisions, responses } from '../db/province/responses.ts';
import { rounds, roundUnits } from '../db/province/rounds.ts';
import { submissionSteps, submissions } from '../db/province/submissions.ts';
import type { Read } from '../disclosure/figures.ts';
import { sameDocument } from '../forms/same-document.ts';

/** Names one unit of a commune's file. */
export interface UnitOfFile {
  roundId: string;
  communeId: string;
  unitId: string;
}

const unitQuery = (db: ProvinceDb, { roundId, communeId, unitId }: UnitOfFile) =>
  db.read
    .select()
    .from(roundUnits)
    .where(and(eq(roundUnits.roundId, roundId), eq(roundUnits.communeId, communeId), eq(roundUnits.unitId, unitId)));

/** When the answers of a round, and of the one before it, were deleted. */
const purgesOf = (db: ProvinceDb, roundId: string) =>
  db.read
    .select({
      purgedAt: rounds.purgedAt,
      previousPurgedAt: sql<string | null>`(SELECT p.purged_at FROM rounds p WHERE p.id = rounds.previous_round_id)`,
    })
    .from(rounds)
    .where(eq(rounds.id, roundId));

/** One page of a unit's saves, newest first, those before a revision where one is given; null when there is no such unit. */
export async function revisionPage(db: ProvinceDb, unit: UnitOfFile, page: { limit: number; before: number | null }) {
  const [found, [purges], rows] = await db.read.batch([
    unitQuery(db, unit),
    purgesOf(db, unit.roundId),
    db.read
      .select({ row: responseRevisions, link: { id: links.id, unitId: links.unitId, createdAt: links.createdAt } })
      .from(responseRevisions)
      .innerJoin(links, eq(links.id, responseRevisions.linkId))
      .where(
        and(
          eq(responseRevisions.roundId, unit.roundId),
          eq(responseRevisions.unitId, unit.unitId),
          page.before === null ? undefined : lt(responseRevisions.revision, page.before),
        ),
      )
      .orderBy(desc(responseRevisions.revision))
      .limit(page.limit + 1),
  ]);
  return found[0] && purges ? { rows, purgedAt: purges.purgedAt } : null;
}

/** Everything that two sides of a comparison may be, in one round trip; null when there is no such unit. */
export async function unitHistory(db: ProvinceDb, unit: UnitOfFile, read: Read = (queries) => db.read.batch(queries)) {
  const { roundId, communeId, unitId } = unit;
  const previousRound = sql`(SELECT previous_round_id FROM rounds WHERE id = ${roundId})`;
  const [found, [purges], [round], revisions, steps, previous, versions] = await read([
    unitQuery(db, unit),
    purgesOf(db, roundId),
    db.read
      .select({ version: formVersions })
      .from(rounds)
      .innerJoin(formVersions, eq(formVersions.id, rounds.formVersionId))
      .where(eq(rounds.id, roundId)),
    db.read
      .select()
      .from(responseRevisions)
      .where(and(eq(responseRevisions.roundId, roundId), eq(responseRevisions.unitId, unitId)))
      .orderBy(asc(responseRevisions.revision)),
    db.read
      .select()
      .from(submissionSteps)
      .where(and(eq(submissionSteps.roundId, roundId), eq(submissionSteps.communeId, communeId))),
    db.read
      .select({ response: responses })
      .from(responses)
      .innerJoin(
        submissions,
        and(eq(submissions.roundId, responses.roundId), eq(submissions.communeId, responses.communeId)),
      )
      .where(
        and(
          sql`${responses.roundId} = ${previousRound}`,
          eq(responses.unitId, unitId),
          isNotNull(submissions.submittedAt),
        ),
      ),
    db.read
      .select()
      .from(formVersions)
      .where(
        sql`${formVersions.id} IN (SELECT form_version_id FROM response_revisions
          WHERE round_id = ${roundId} AND unit_id = ${unitId}
          UNION SELECT form_version_id FROM responses WHERE round_id = ${previousRound} AND unit_id = ${unitId})`,
      ),
  ] as const);
  if (!found[0] || !round || !purges) return null;
  return {
    ...purges,
    unit: found[0],
    version: sameDocument(round.version),
    revisions,
    steps,
    previous: previous[0]?.response ?? null,
    documents: new Map(versions.map((version) => [version.id, sameDocument(version).document])),
  };
}
export type UnitHistory = NonNullable<Awaited<ReturnType<typeof unitHistory>>>;
