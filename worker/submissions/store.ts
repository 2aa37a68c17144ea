import { and, eq, sql } from 'drizzle-orm';
import { event, type Writing } from '../audit/event.ts';
import { newId } from '../db/id.ts';
import type { ProvinceDb } from '../db/open.ts';
import { expecting } from '../db/precondition.ts';
import { formVersions } from '../db/province/forms.ts';
import { links } from '../db/province/links.ts';
import { responseRevisions, responses } from '../db/province/responses.ts';
import { rounds, roundUnits } from '../db/province/rounds.ts';
import { submissions } from '../db/province/submissions.ts';
import { resultsChanged } from '../db/results-version.ts';
import { sameDocument } from '../forms/same-document.ts';
import type { Earlier } from '../scores/earlier-rounds.ts';
import { earlierFrom, earlierQueries } from '../scores/earlier-store.ts';
import { patchBetween } from './patch.ts';

export type ResponseRow = typeof responses.$inferSelect;
export type SubmissionRow = typeof submissions.$inferSelect;
export type FrozenUnit = typeof roundUnits.$inferSelect;

/** A commune's file as one link opens it. */
export interface CommuneFile {
  link: typeof links.$inferSelect;
  round: typeof rounds.$inferSelect;
  version: typeof formVersions.$inferSelect;
  /** The commune first, then its villages in the round's order. */
  units: FrozenUnit[];
  responses: ResponseRow[];
  submission: SubmissionRow;
  earlier: Earlier;
}

/** Everything behind a link, in one round trip; null when no link has this token. */
export async function fileByToken(db: ProvinceDb, tokenHash: string): Promise<CommuneFile | null> {
  const byToken = eq(links.tokenHash, tokenHash);
  const [found, units, answers, ...earlier] = await db.read.batch([
    db.read
      .select({ link: links, round: rounds, version: formVersions, submission: submissions })
      .from(links)
      .innerJoin(rounds, eq(rounds.id, links.roundId))
      .innerJoin(formVersions, eq(formVersions.id, rounds.formVersionId))
      .innerJoin(submissions, and(eq(submissions.roundId, links.roundId), eq(submissions.communeId, links.communeId)))
      .where(byToken),
    db.read
      .select({ unit: roundUnits })
      .from(links)
      .innerJoin(roundUnits, and(eq(roundUnits.roundId, links.roundId), eq(roundUnits.communeId, links.communeId)))
      .where(byToken)
      .orderBy(roundUnits.position),
    db.read
      .select({ response: responses })
      .from(links)
      .innerJoin(responses, and(eq(responses.roundId, links.roundId), eq(responses.communeId, links.communeId)))
      .where(byToken),
    ...earlierQueries(db, sql`SELECT round_id, commune_id FROM links WHERE token_hash = ${tokenHash}`),
  ]);
  if (!found[0]) return null;
  return {
    ...found[0],
    version: sameDocument(found[0].version),
    earlier: earlierFrom(found[0].round, earlier),
    units: units.map(({ unit }) => unit),
    responses: answers.map(({ response }) => response),
  };
}

/** The link still opens, the round is open and the file is not with the reviewer: checked again inside the writing transaction. */
const stillEditable = ({ link }: CommuneFile, now: string) =>
  expecting(
    'state',
    sql`(SELECT l.revoked_at IS NULL AND l.expires_at > ${now} AND r.opened_at IS NOT NULL AND r.archived_at IS NULL
      AND coalesce(s.extended_until, r.closed_at, r.closes_at, '9999') > ${now} AND s.submitted_at IS NULL
      FROM links l JOIN rounds r ON r.id = l.round_id
      JOIN submissions s ON s.round_id = l.round_id AND s.commune_id = l.commune_id WHERE l.id = ${link.id})`,
  );

const touchLink = (db: ProvinceDb, { link }: CommuneFile, now: string) =>
  db.write.update(links).set({ lastUsedAt: now }).where(eq(links.id, link.id));

/** Saves a unit's answers over exactly the revision that was read; aborts with the precondition `revision` or `state`. */
export async function saveResponse(db: ProvinceDb, file: CommuneFile, row: ResponseRow, by: Writing): Promise<void> {
  const { roundId, unitId, communeId: _, ...state } = row;
  const before = file.responses.find((response) => response.unitId === unitId);
  const current = sql`coalesce((SELECT revision FROM responses
    WHERE round_id = ${roundId} AND unit_id = ${unitId}), 0) = ${row.revision - 1}`;
  await db.write.batch([
    db.write.run(stillEditable(file, by.now)),
    db.write.run(expecting('revision', current)),
    db.write
      .insert(responses)
      .values(row)
      .onConflictDoUpdate({ target: [responses.roundId, responses.unitId], set: state }),
    db.write.insert(responseRevisions).values({
      id: newId(),
      roundId,
      unitId,
      revision: row.revision,
      formVersionId: row.formVersionId,
      changes: patchBetween(before?.answers ?? {}, row.answers),
      rawChanges: patchBetween(before?.raw ?? {}, row.raw),
      savedAt: row.savedAt,
      linkId: row.linkId,
    }),
    touchLink(db, file, by.now),
    event(db, by, 'response.save', `round:${roundId}/unit:${unitId}`, { revision: row.revision }),
  ]);
}

/** What a submission changes: the file's state, and the version that makes the stored score stale. */
export interface SubmissionChange {
  /** The sum of the revisions that were shown before submitting. */
  inputsVersion: number;
  reference: string;
  reasons: Record<string, string>;
}

/** Submits a file as it was shown; aborts with the precondition `revision` when an answer was saved since, or `state`. */
export async function submitFile(
  db: ProvinceDb,
  file: CommuneFile,
  change: SubmissionChange,
  by: Writing,
): Promise<SubmissionRow> {
  const { roundId, communeId } = file.submission;
  const unchanged = sql`(SELECT coalesce(sum(revision), 0) = ${change.inputsVersion} FROM responses
    WHERE round_id = ${roundId} AND commune_id = ${communeId})`;
  const submitted = {
    inputsVersion: file.submission.inputsVersion + 1,
    submittedAt: by.now,
    reference: change.reference,
    reasons: change.reasons,
    updatedAt: by.now,
  };
  // Villages that were added or a form that was changed since it was opened: what was checked is not what would be handed in.
  const sameFile = sql`(SELECT inputs_version = ${file.submission.inputsVersion} FROM submissions
    WHERE round_id = ${roundId} AND commune_id = ${communeId})`;
  await db.write.batch([
    db.write.run(stillEditable(file, by.now)),
    db.write.run(expecting('revision', unchanged)),
    db.write.run(expecting('revision', sameFile)),
    db.write
      .update(submissions)
      .set(submitted)
      .where(and(eq(submissions.roundId, roundId), eq(submissions.communeId, communeId))),
    resultsChanged(db, roundId),
    touchLink(db, file, by.now),
    event(db, by, 'submission.submit', `round:${roundId}/commune:${communeId}`, {
      reference: change.reference,
      confirmed: Object.keys(change.reasons),
    }),
  ]);
  return { ...file.submission, ...submitted };
}

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
