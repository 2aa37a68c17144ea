import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { event, type Writing } from '../audit/event.ts';
import { newId } from '../db/id.ts';
import type { ProvinceDb } from '../db/open.ts';
import { expecting } from '../db/precondition.ts';
import { reviewComments, submissionSteps, submissions } from '../db/province/submissions.ts';
import { resultsChanged } from '../db/results-version.ts';
import { recognitionRestsOn } from '../recognition/rests-on.ts';
import type { RoundFile, StepRow, SubmissionRow } from '../submissions/file.ts';
import type { Assignment } from './decide-assign.ts';
import type { ReturnChange } from './decide-return.ts';

/** The file and its round are as they were read: nobody else did a step, and the round was neither closed nor archived. */
const asRead = (db: ProvinceDb, { submission, round }: RoundFile) => [
  db.write.run(
    expecting(
      'revision',
      sql`(SELECT revision = ${submission.revision} FROM submissions
        WHERE round_id = ${submission.roundId} AND commune_id = ${submission.communeId})`,
    ),
  ),
  db.write.run(expecting('state', sql`(SELECT revision = ${round.revision} FROM rounds WHERE id = ${round.id})`)),
];

interface Act {
  kind: 'return' | 'verify' | 'assign';
  set: Partial<SubmissionRow>;
  detail: StepRow['detail'];
  expected?: SQL;
  /** What else was written, for the event's hash. */
  written?: { comments: ReturnChange['comments'] };
  also?: (step: { id: string }) => BatchItem<'sqlite'>[];
}

/** One act on a file: its step, its event and the next revision, all or nothing. Aborts with `revision` or `state`. */
async function write(db: ProvinceDb, file: RoundFile, act: Act, by: Writing): Promise<SubmissionRow> {
  const { roundId, communeId, revision } = file.submission;
  const { kind, detail } = act;
  const set = { ...act.set, revision: revision + 1, updatedAt: by.now };
  const id = newId();
  const [first, ...expectations] = asRead(db, file);
  await db.write.batch([
    first!,
    ...expectations,
    ...(act.expected ? [db.write.run(expecting('state', act.expected))] : []),
    db.write
      .update(submissions)
      .set(set)
      .where(and(eq(submissions.roundId, roundId), eq(submissions.communeId, communeId))),
    db.write.insert(submissionSteps).values({
      ...{ id, roundId, communeId, kind, detail, at: by.now },
      ...{ actorKind: by.actor.kind, actorId: by.actor.id },
    }),
    ...(act.also?.({ id }) ?? []),
    event(db, by, `submission.${kind}`, `round:${roundId}/commune:${communeId}`, detail, {
      before: file.submission,
      after: { ...file.submission, ...set, ...act.written },
    }),
  ]);
  return { ...file.submission, ...set };
}

export function verifyFile(db: ProvinceDb, file: RoundFile, change: { verifiedBy: string }, by: Writing) {
  const also = () => [resultsChanged(db, file.submission.roundId)];
  return write(db, file, { kind: 'verify', set: { ...change, verifiedAt: by.now }, detail: {}, also }, by);
}

export function assignFile(db: ProvinceDb, file: RoundFile, { assignedTo, before }: Assignment, by: Writing) {
  return write(db, file, { kind: 'assign', set: { assignedTo }, detail: { assignedTo, before } }, by);
}

/** Returns a file with its comments; its answers count no more, so the stored score is stale from then on. */
export function returnFile(db: ProvinceDb, file: RoundFile, change: ReturnChange, by: Writing) {
  const { roundId, communeId, inputsVersion } = file.submission;
  const { comments, extendedUntil } = change;
  const act: Act = {
    kind: 'return',
    set: {
      ...{ inputsVersion: inputsVersion + 1, submittedAt: null, late: false, returnedAt: by.now },
      ...{ verifiedAt: null, verifiedBy: null, extendedUntil },
    },
    detail: { comments: comments.length, extendedUntil },
    written: { comments },
    expected: sql`(SELECT inputs_version = ${inputsVersion} AND NOT ${recognitionRestsOn(roundId, communeId)}
      FROM submissions WHERE round_id = ${roundId} AND commune_id = ${communeId})`,
    also: ({ id: stepId }) => [
      db.write.insert(reviewComments).values(
        comments.map(({ unitId = null, question = null, text }) => ({
          ...{ id: newId(), stepId, roundId, communeId, unitId, question, text },
          createdAt: by.now,
        })),
      ),
      resultsChanged(db, roundId),
    ],
  };
  return write(db, file, act, by);
}
