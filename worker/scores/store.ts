import { and, count, eq, isNull, lt, ne, or, sql } from 'drizzle-orm';
import { engineVersion } from '../../forms/index.ts';
import { event, eventRow, hashBefore, type Writing } from '../audit/event.ts';
import type { Actor } from '../auth/caller.ts';
import { newId } from '../db/id.ts';
import type { ProvinceDb } from '../db/open.ts';
import { expecting, failedPrecondition } from '../db/precondition.ts';
import { events } from '../db/province/events.ts';
import { formVersions } from '../db/province/forms.ts';
import { responses } from '../db/province/responses.ts';
import { rounds, roundUnits } from '../db/province/rounds.ts';
import { scorecards } from '../db/province/scorecards.ts';
import { submissions } from '../db/province/submissions.ts';
import { resultsChanged } from '../db/results-version.ts';
import type { Read } from '../disclosure/figures.ts';
import { sameDocument } from '../forms/same-document.ts';
import { olderVersions } from '../submissions/file-store.ts';
import { upgradeResponses } from '../submissions/upgrade-response.ts';
import { earlierFrom, earlierQueries, targetOf } from './earlier-store.ts';
import type { ScoringState } from './score-row.ts';

/**
 * Whether a round still has all that its scores follow from: its own answers and those of the rounds that it looks back on. Where
 * some are deleted the stored scores stand for good, whatever engine comes; `r` is the round.
 */
const hasAllAnswers = sql`r.purged_at IS NULL AND NOT EXISTS (SELECT 1 FROM rounds e
  WHERE e.id IN (r.previous_round_id, r.baseline_round_id) AND e.purged_at IS NOT NULL)`;
const ofWholeRound = sql`EXISTS (SELECT 1 FROM rounds r WHERE r.id = ${submissions.roundId} AND ${hasAllAnswers})`;
const ofKeptRound = sql`EXISTS (SELECT 1 FROM rounds r WHERE r.id = ${submissions.roundId} AND r.purged_at IS NULL)`;

/** Communes whose stored score is behind what decides it, be it the answers or the engine; oldest first. */
export const staleScores = (db: ProvinceDb, limit: number) =>
  db.read
    .select({ roundId: submissions.roundId, communeId: submissions.communeId })
    .from(submissions)
    .leftJoin(
      scorecards,
      and(eq(scorecards.roundId, submissions.roundId), eq(scorecards.communeId, submissions.communeId)),
    )
    .where(
      or(
        and(ofKeptRound, or(isNull(scorecards.inputsVersion), lt(scorecards.inputsVersion, submissions.inputsVersion))),
        and(ofWholeRound, or(isNull(scorecards.shownFigures), ne(scorecards.engineVersion, engineVersion))),
      ),
    )
    .orderBy(submissions.updatedAt)
    .limit(limit);

/** How many communes a round has and how many of their scores are behind. */
export const scoringProgress = (db: ProvinceDb, roundId: string) =>
  db.read
    .select({
      communes: count(),
      pending: sql<number>`coalesce(sum(${scorecards.inputsVersion} IS NULL
        OR ${scorecards.inputsVersion} < ${submissions.inputsVersion}
        OR (${scorecards.engineVersion} <> ${engineVersion} AND ${ofWholeRound})), 0)`,
      changedByEngine: sql<number>`(SELECT count(DISTINCT subject) FROM events
        WHERE act = ${ENGINE_CHANGE} AND subject LIKE ${`${scoreSubject(roundId, '')}%`})`,
    })
    .from(submissions)
    .leftJoin(
      scorecards,
      and(eq(scorecards.roundId, submissions.roundId), eq(scorecards.communeId, submissions.communeId)),
    )
    .where(eq(submissions.roundId, roundId));

/** Whether a round's scores can be computed anew: false once answers that they follow from are deleted. */
export const canRecompute = (db: ProvinceDb, roundId: string) =>
  db.read.all<{ possible: number }>(sql`SELECT ${hasAllAnswers} AS possible FROM rounds r WHERE r.id = ${roundId}`);

/**
 * Makes every score of a round stale, so that the sweep computes it anew. Aborts with `state` when the round is archived, or when
 * answers that its scores follow from are deleted.
 */
export async function markStale(db: ProvinceDb, roundId: string, by: Writing): Promise<void> {
  const inUse = sql`(SELECT r.archived_at IS NULL AND ${hasAllAnswers} FROM rounds r WHERE r.id = ${roundId})`;
  await db.write.batch([
    db.write.run(expecting('state', inUse)),
    event(db, by, 'round.recompute', `round:${roundId}`, {}, { after: { staleSince: by.now } }),
    resultsChanged(db, roundId),
    db.write
      .update(submissions)
      .set({ inputsVersion: sql`${submissions.inputsVersion} + 1`, updatedAt: by.now })
      .where(eq(submissions.roundId, roundId)),
  ]);
}

/** Everything that decides one commune's score, in one round trip. */
export async function scoringState(
  db: ProvinceDb,
  roundId: string,
  communeId: string,
  now: string,
  read: Read = (queries) => db.read.batch(queries),
): Promise<(ScoringState & { purgedAt: string | null }) | null> {
  const [round, units, answers, submission, older, ...earlier] = await read([
    db.read
      .select({ round: rounds, version: formVersions })
      .from(rounds)
      .innerJoin(formVersions, eq(formVersions.id, rounds.formVersionId))
      .where(eq(rounds.id, roundId)),
    db.read
      .select()
      .from(roundUnits)
      .where(and(eq(roundUnits.roundId, roundId), eq(roundUnits.communeId, communeId)))
      .orderBy(roundUnits.position),
    db.read
      .select()
      .from(responses)
      .where(and(eq(responses.roundId, roundId), eq(responses.communeId, communeId))),
    db.read
      .select()
      .from(submissions)
      .where(and(eq(submissions.roundId, roundId), eq(submissions.communeId, communeId))),
    olderVersions(db, targetOf(roundId, communeId)),
    ...earlierQueries(db, targetOf(roundId, communeId)),
  ] as const);
  if (!round[0]?.round.unitsHash || !submission[0]) return null;
  const { round: row } = round[0];
  const version = sameDocument(round[0].version);
  return {
    roundId,
    communeId,
    version,
    unitsHash: round[0].round.unitsHash,
    units,
    responses: upgradeResponses(version, older.map(sameDocument), answers),
    submission: submission[0],
    purgedAt: row.purgedAt,
    earlier: earlierFrom(row, version, earlier),
    now,
  };
}

const COMPUTE = 'score.compute';
const ENGINE_CHANGE = 'score.engine-change';
const scoreSubject = (roundId: string, communeId: string) => `round:${roundId}/score:${communeId}`;

const SCORER: Actor = { kind: 'system', id: 'scorer' };

/** An event when the same inputs have another score only because the engine is another: such a change is never silent. It
 * tells no figure; what the score was is proven by the hash of the event that computed it. */
const reportEngineChange = (row: typeof scorecards.$inferInsert, requestId: string) =>
  sql`INSERT INTO events (id, at, actor_kind, actor_id, act, subject, request_id, detail)
    SELECT ${newId()}, ${row.scoredAt}, ${SCORER.kind}, ${SCORER.id}, ${ENGINE_CHANGE}, ${scoreSubject(row.roundId, row.communeId)},
      ${requestId}, json_object('from', engine_version, 'to', ${row.engineVersion})
    FROM scorecards WHERE round_id = ${row.roundId} AND commune_id = ${row.communeId}
      AND inputs_version = ${row.inputsVersion} AND answers_hash = ${row.answersHash}
      AND engine_version <> ${row.engineVersion} AND document <> ${JSON.stringify(row.document)}`;

/** Stores a score unless what decides it has moved on since; returns whether it was stored. */
export async function storeScore(
  db: ProvinceDb,
  row: typeof scorecards.$inferInsert,
  requestId: string,
): Promise<boolean> {
  const { roundId, communeId, inputsVersion, ...rest } = row;
  // Of a round whose answers are deleted nothing is known any more, and its score is what it was.
  const current = sql`(SELECT s.inputs_version = ${inputsVersion} AND r.purged_at IS NULL
    FROM submissions s JOIN rounds r ON r.id = s.round_id
    WHERE s.round_id = ${roundId} AND s.commune_id = ${communeId})`;
  const by: Writing = { actor: SCORER, requestId, now: row.scoredAt };
  const subject = scoreSubject(roundId, communeId);
  const computed = eventRow(
    db,
    by,
    COMPUTE,
    subject,
    { inputsVersion, engineVersion: row.engineVersion },
    { after: row },
  );
  try {
    await db.write.batch([
      db.write.run(expecting('state', current)),
      db.write.run(reportEngineChange(row, requestId)),
      db.write.insert(events).values({ ...computed, beforeHash: hashBefore(COMPUTE, computed.subject) }),
      db.write
        .insert(scorecards)
        .values(row)
        .onConflictDoUpdate({ target: [scorecards.roundId, scorecards.communeId], set: { inputsVersion, ...rest } }),
      resultsChanged(db, roundId),
    ]);
    return true;
  } catch (error) {
    if (failedPrecondition(error) === 'state') return false;
    throw error;
  }
}
