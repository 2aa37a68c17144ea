import { and, count, eq, inArray, isNotNull, isNull, max, sql } from 'drizzle-orm';
import { event, type Writing } from '../audit/event.ts';
import type { ProvinceDb } from '../db/open.ts';
import { expecting } from '../db/precondition.ts';
import { links } from '../db/province/links.ts';
import { responseRevisions, responses } from '../db/province/responses.ts';
import { rounds } from '../db/province/rounds.ts';
import { scorecards } from '../db/province/scorecards.ts';
import { reviewComments, submissionSteps, submissions } from '../db/province/submissions.ts';
import { resultsChanged } from '../db/results-version.ts';
import type { RoundRow } from '../rounds/wire.ts';
import type { RoundToKeep } from './due.ts';

export interface CommuneInRound {
  roundId: string;
  communeId: string;
}

/** All rounds with the last extension that was given in each. */
export const roundsToKeep = (db: ProvinceDb) =>
  db.read
    .select({ round: rounds, extendedUntil: max(submissions.extendedUntil) })
    .from(rounds)
    .leftJoin(submissions, eq(submissions.roundId, rounds.id))
    .groupBy(rounds.id) satisfies PromiseLike<RoundToKeep[]>;

/** How much of these rounds there is to delete. */
export const contentsOf = (db: ProvinceDb, roundIds: string[]) =>
  db.read
    .select({
      roundId: rounds.id,
      units: sql<number>`(SELECT count(*) FROM responses p WHERE p.round_id = rounds.id)`,
      saves: sql<number>`(SELECT count(*) FROM response_revisions v WHERE v.round_id = rounds.id)`,
      links: sql<number>`(SELECT count(*) FROM links l WHERE l.round_id = rounds.id)`,
    })
    .from(rounds)
    .where(inArray(rounds.id, roundIds));

/**
 * Says that a round's answers are deleted, from which moment nothing is done with them any more; the deletion follows, commune by
 * commune. Aborts with `state` when the round or the settings have changed meanwhile, or a score that follows from the answers, its
 * own or of a round that looks back on it, is still to be computed.
 */
export async function beginPurge(
  db: ProvinceDb,
  round: RoundRow,
  { answersKeptMonths, revision }: { answersKeptMonths: number | null; revision: number },
  by: Writing,
): Promise<void> {
  const { id } = round;
  const asRead = sql`(SELECT r.revision = ${round.revision} AND r.purged_at IS NULL AND s.revision = ${revision}
    FROM rounds r, settings s WHERE r.id = ${id})`;
  const allScored = sql`NOT EXISTS (SELECT 1 FROM submissions s JOIN rounds r ON r.id = s.round_id
    LEFT JOIN scorecards c ON c.round_id = s.round_id AND c.commune_id = s.commune_id
    WHERE ${id} IN (r.id, r.previous_round_id, r.baseline_round_id) AND r.purged_at IS NULL
      AND coalesce(c.inputs_version, -1) < s.inputs_version)`;
  const change = { purgedAt: by.now, revision: round.revision + 1 };
  await db.write.batch([
    db.write.run(expecting('state', asRead)),
    db.write.run(expecting('state', allScored)),
    event(
      db,
      by,
      'round.purge',
      `round:${id}`,
      { answersKeptMonths },
      { before: round, after: { ...round, ...change } },
    ),
    db.write.update(rounds).set(change).where(eq(rounds.id, id)),
    resultsChanged(db, id),
  ]);
}

/** Communes whose answers are still to be deleted. */
export const communesToPurge = (db: ProvinceDb, limit: number) =>
  db.read
    .select({ roundId: submissions.roundId, communeId: submissions.communeId })
    .from(submissions)
    .innerJoin(rounds, eq(rounds.id, submissions.roundId))
    .where(and(isNotNull(rounds.purgedAt), isNull(submissions.purgedAt)))
    .limit(limit);

const inCommune = (table: typeof responses | typeof submissions | typeof scorecards, place: CommuneInRound) =>
  and(eq(table.roundId, place.roundId), eq(table.communeId, place.communeId));

const savesOf = ({ roundId, communeId }: CommuneInRound) =>
  and(
    eq(responseRevisions.roundId, roundId),
    sql`${responseRevisions.unitId} IN (SELECT u.unit_id FROM round_units u
      WHERE u.round_id = ${roundId} AND u.commune_id = ${communeId})`,
  );

const commentsOf = ({ roundId, communeId }: CommuneInRound) =>
  and(eq(reviewComments.roundId, roundId), eq(reviewComments.communeId, communeId));

const linksOf = ({ roundId, communeId }: CommuneInRound) =>
  and(eq(links.roundId, roundId), eq(links.communeId, communeId));

/** What of a commune is deleted, and the hash that its score rests on. */
export async function contentsOfCommune(db: ProvinceDb, place: CommuneInRound) {
  const [answers, [saves], [comments], [ways], [score], [earlier]] = await db.read.batch([
    db.read
      .select({ unitId: responses.unitId, answers: responses.answers, raw: responses.raw })
      .from(responses)
      .where(inCommune(responses, place))
      .orderBy(responses.unitId),
    db.read.select({ count: count() }).from(responseRevisions).where(savesOf(place)),
    db.read.select({ count: count() }).from(reviewComments).where(commentsOf(place)),
    db.read.select({ count: count() }).from(links).where(linksOf(place)),
    db.read.select({ answersHash: scorecards.answersHash }).from(scorecards).where(inCommune(scorecards, place)),
    db.read
      .select({ purged: count() })
      .from(rounds)
      .where(
        sql`${rounds.purgedAt} IS NOT NULL AND EXISTS (SELECT 1 FROM rounds r
          WHERE r.id = ${place.roundId} AND rounds.id IN (r.previous_round_id, r.baseline_round_id))`,
      ),
  ]);
  return {
    answers,
    counts: { units: answers.length, saves: saves!.count, comments: comments!.count, links: ways!.count },
    answersHash: score?.answersHash ?? null,
    /** Whether answers of an earlier round, which the hash is of too, are gone. */
    isEarlierGone: earlier!.purged > 0,
  };
}

export interface CommunePurge extends CommuneInRound {
  /** What was there, for the event's hash. */
  answers: unknown;
  detail: Record<string, unknown>;
}

/**
 * Deletes everything that people typed about one commune in one round, and the secrets of its links. Rows that events, scores and
 * recognition name stay, emptied. Aborts with `state` when it is done already.
 */
export async function purgeCommune(
  db: ProvinceDb,
  { answers, detail, ...place }: CommunePurge,
  by: Writing,
): Promise<void> {
  const { roundId, communeId } = place;
  const isDue = sql`(SELECT s.purged_at IS NULL AND r.purged_at IS NOT NULL FROM submissions s
    JOIN rounds r ON r.id = s.round_id WHERE s.round_id = ${roundId} AND s.commune_id = ${communeId})`;
  await db.write.batch([
    db.write.run(expecting('state', isDue)),
    event(db, by, 'submission.purge', `round:${roundId}/commune:${communeId}`, detail, { before: answers }),
    db.write.update(responses).set({ answers: {}, raw: {} }).where(inCommune(responses, place)),
    db.write.update(responseRevisions).set({ changes: {}, rawChanges: {} }).where(savesOf(place)),
    db.write
      .update(submissions)
      .set({ reasons: {}, shownFindings: [], purgedAt: by.now })
      .where(inCommune(submissions, place)),
    db.write
      .update(submissionSteps)
      .set({ detail: sql`json_remove(${submissionSteps.detail}, '$.reason')` })
      .where(and(eq(submissionSteps.roundId, roundId), eq(submissionSteps.communeId, communeId))),
    db.write.update(reviewComments).set({ text: '' }).where(commentsOf(place)),
    // Sums of what was answered, question by question: answers in other words.
    db.write.update(scorecards).set({ figures: {}, shownFigures: {} }).where(inCommune(scorecards, place)),
    db.write
      .update(links)
      .set({ tokenHash: sql`'purged:' || ${links.id}`, pinHash: null })
      .where(linksOf(place)),
  ]);
}
