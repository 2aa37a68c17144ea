import { and, eq, sql } from 'drizzle-orm';
import { event, type Writing } from '../audit/event.ts';
import { newId } from '../db/id.ts';
import type { ProvinceDb } from '../db/open.ts';
import { expecting } from '../db/precondition.ts';
import { formVersions } from '../db/province/forms.ts';
import { rounds } from '../db/province/rounds.ts';
import { submissionSteps, submissions } from '../db/province/submissions.ts';
import { resultsChanged } from '../db/results-version.ts';
import { versionById } from '../forms/store.ts';
import type { FormChange } from './change-form.ts';
import { roundById, unchanged } from './store.ts';
import type { RoundRow } from './wire.ts';

/** A round with the form version that it has and the one that it is to have. */
export async function formChangeState(db: ProvinceDb, id: string, versionId: string) {
  const [found, next] = await db.read.batch([
    db.read
      .select({ round: rounds, current: formVersions })
      .from(rounds)
      .innerJoin(formVersions, eq(formVersions.id, rounds.formVersionId))
      .where(eq(rounds.id, id)),
    versionById(db, versionId),
  ]);
  return found[0] ? { ...found[0], next: next[0] } : null;
}

/** Changes the form version, makes every score of the round stale and raises every file's revision; aborts with `revision`. */
export async function saveFormChange(
  db: ProvinceDb,
  round: RoundRow,
  { from, to, consequences }: FormChange,
  reason: string,
  by: Writing,
): Promise<RoundRow> {
  const change = { formVersionId: to, revision: round.revision + 1 };
  await db.write.batch([
    db.write.run(unchanged(round)),
    event(
      db,
      by,
      'round.change-form',
      `round:${round.id}`,
      { from, to, reason, consequences },
      { before: round, after: { ...round, ...change } },
    ),
    db.write.update(rounds).set(change).where(eq(rounds.id, round.id)),
    resultsChanged(db, round.id),
    db.write
      .update(submissions)
      .set({
        inputsVersion: sql`${submissions.inputsVersion} + 1`,
        // Nobody verifies by one form what they have seen by another.
        revision: sql`${submissions.revision} + 1`,
        updatedAt: by.now,
      })
      .where(eq(submissions.roundId, round.id)),
  ]);
  return { ...round, ...change };
}

const ofCommune = (roundId: string, communeId: string) =>
  and(eq(submissions.roundId, roundId), eq(submissions.communeId, communeId));

export async function extensionState(db: ProvinceDb, roundId: string, communeId: string) {
  const [round, submission] = await db.read.batch([
    roundById(db, roundId),
    db.read.select().from(submissions).where(ofCommune(roundId, communeId)),
  ]);
  return { round: round[0], submission: submission[0] };
}

/**
 * Sets or takes away a commune's extension; aborts with `revision` when the round, whose end it was judged by, was changed, with
 * `state` when something was done to the file meanwhile.
 */
export async function saveExtension(
  db: ProvinceDb,
  round: RoundRow,
  { communeId, revision, ...before }: Pick<typeof submissions.$inferSelect, 'communeId' | 'revision' | 'extendedUntil'>,
  { extendedUntil, reason }: { extendedUntil: string | null; reason: string | null },
  by: Writing,
): Promise<{ revision: number }> {
  const until = { until: extendedUntil };
  const detail = { ...until, ...(reason === null ? {} : { reason }) };
  const asRead = sql`(SELECT revision = ${revision} FROM submissions WHERE ${ofCommune(round.id, communeId)})`;
  const [, , , , updated] = await db.write.batch([
    db.write.run(unchanged(round)),
    db.write.run(expecting('state', asRead)),
    // The reason stands in the step alone: there it can be deleted with the answers, and nothing of the log ever is.
    event(db, by, 'submission.extend', `round:${round.id}/commune:${communeId}`, until, {
      before: { extendedUntil: before.extendedUntil, revision },
      after: { extendedUntil, revision: revision + 1, reason },
    }),
    db.write.insert(submissionSteps).values({
      id: newId(),
      roundId: round.id,
      communeId,
      kind: 'extend',
      at: by.now,
      actorKind: by.actor.kind,
      actorId: by.actor.id,
      detail,
    }),
    db.write
      .update(submissions)
      .set({ extendedUntil, revision: revision + 1, updatedAt: by.now })
      .where(ofCommune(round.id, communeId))
      .returning({ revision: submissions.revision }),
  ]);
  return updated[0]!;
}
