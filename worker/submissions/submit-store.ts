import { and, eq, sql } from 'drizzle-orm';
import { event, type Writing } from '../audit/event.ts';
import { newId } from '../db/id.ts';
import type { ProvinceDb } from '../db/open.ts';
import { expecting } from '../db/precondition.ts';
import { submissionSteps, submissions } from '../db/province/submissions.ts';
import { resultsChanged } from '../db/results-version.ts';
import type { CommuneFile, SubmissionRow } from './file.ts';
import { throughOpenLink, touchLink } from './link-access.ts';

/** What a submission changes: the file's state, and the version that makes the stored score stale. */
export interface SubmissionChange {
  /** Made by the client: the same id is the same submission. */
  id: string;
  /** The sum of the revisions that were shown before submitting. */
  inputsVersion: number;
  reference: string;
  reasons: Record<string, string>;
  /** Those of the findings that everybody may know of, by key. */
  shownFindings: string[];
  late: boolean;
  /** The revision of each unit's answers, by the unit's id. */
  revisions: Record<string, number>;
}

/** A link whose file was read has shown what it must show. */
const claimOf = ({ link }: CommuneFile) => ({ tokenHash: link.tokenHash, pinShown: true });

const rowOf = (file: CommuneFile) =>
  and(eq(submissions.roundId, file.submission.roundId), eq(submissions.communeId, file.submission.communeId));

/**
 * Submits a file as it was shown; aborts with the precondition `revision` when an answer was saved since, with `state` when the
 * file or the round is no longer as it was, and on a unique index when the id is that of another step.
 */
export async function submitFile(
  db: ProvinceDb,
  file: CommuneFile,
  change: SubmissionChange,
  by: Writing,
): Promise<SubmissionRow> {
  const { roundId, communeId, revision } = file.submission;
  const { id, reference, reasons, shownFindings, late, revisions } = change;
  const unchanged = sql`(SELECT coalesce(sum(revision), 0) = ${change.inputsVersion} FROM responses
    WHERE round_id = ${roundId} AND commune_id = ${communeId})`;
  // Villages that were added or a form that was changed since it was opened: what was checked is not what would be handed in.
  const sameInputs = sql`(SELECT inputs_version = ${file.submission.inputsVersion} FROM submissions
    WHERE round_id = ${roundId} AND commune_id = ${communeId})`;
  // The deadline by which it was found late or in time is among what was read.
  const asRead = sql`s.submitted_at IS NULL AND s.revision = ${revision} AND r.form_version_id = ${file.version.id}
    AND r.due_at IS ${file.round.dueAt} AND s.extended_until IS ${file.submission.extendedUntil}`;
  const submitted = {
    revision: revision + 1,
    inputsVersion: file.submission.inputsVersion + 1,
    submittedAt: by.now,
    returnedAt: null,
    ...{ late, reference, reasons, shownFindings },
    updatedAt: by.now,
  };
  await db.write.batch([
    db.write.run(expecting('state', throughOpenLink(claimOf(file), by.now, asRead))),
    db.write.run(expecting('revision', unchanged)),
    db.write.run(expecting('revision', sameInputs)),
    db.write.update(submissions).set(submitted).where(rowOf(file)),
    db.write.insert(submissionSteps).values({
      ...{ id, roundId, communeId, kind: 'submit', at: by.now, revisions },
      ...{ actorKind: by.actor.kind, actorId: by.actor.id },
      detail: { reference, late },
    }),
    resultsChanged(db, roundId),
    touchLink(db, claimOf(file), by.now),
    event(
      db,
      by,
      'submission.submit',
      `round:${roundId}/commune:${communeId}`,
      // What was confirmed follows from answers: it is in the hash and not in the log, which is read without figures.
      { reference, late },
      { before: file.submission, after: { ...file.submission, ...submitted, revisions } },
    ),
  ]);
  return { ...file.submission, ...submitted };
}

/** Takes a submitted file back, so that its answers count no more; aborts with `state` when it is no longer as it was read. */
export async function withdrawFile(db: ProvinceDb, file: CommuneFile, by: Writing): Promise<SubmissionRow> {
  const { roundId, communeId, revision } = file.submission;
  const asRead = sql`s.submitted_at IS NOT NULL AND s.verified_at IS NULL AND s.revision = ${revision}
    AND s.inputs_version = ${file.submission.inputsVersion}`;
  const withdrawn = {
    revision: revision + 1,
    inputsVersion: file.submission.inputsVersion + 1,
    submittedAt: null,
    late: false,
    updatedAt: by.now,
  };
  await db.write.batch([
    db.write.run(expecting('state', throughOpenLink(claimOf(file), by.now, asRead))),
    db.write.update(submissions).set(withdrawn).where(rowOf(file)),
    db.write.insert(submissionSteps).values({
      ...{ id: newId(), roundId, communeId, kind: 'withdraw', at: by.now, detail: {} },
      ...{ actorKind: by.actor.kind, actorId: by.actor.id },
    }),
    resultsChanged(db, roundId),
    touchLink(db, claimOf(file), by.now),
    event(
      db,
      by,
      'submission.withdraw',
      `round:${roundId}/commune:${communeId}`,
      {},
      {
        before: file.submission,
        after: { ...file.submission, ...withdrawn },
      },
    ),
  ]);
  return { ...file.submission, ...withdrawn };
}
