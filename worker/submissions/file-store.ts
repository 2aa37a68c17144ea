import { asc, eq, type SQL, sql } from 'drizzle-orm';
import type { ProvinceDb } from '../db/open.ts';
import { formVersions } from '../db/province/forms.ts';
import { links } from '../db/province/links.ts';
import { responses } from '../db/province/responses.ts';
import { rounds, roundUnits } from '../db/province/rounds.ts';
import { reviewComments, submissionSteps, submissions } from '../db/province/submissions.ts';
import type { Read } from '../disclosure/figures.ts';
import { sameDocument } from '../forms/same-document.ts';
import { earlierFrom, earlierQueries, type Target, targetOf } from '../scores/earlier-store.ts';
import type { CommuneFile, RoundFile } from './file.ts';
import { upgradeResponses } from './upgrade-response.ts';

/** The rows of one commune in one round; `target` is a subquery of the two columns. */
const of = (table: { roundId: unknown; communeId: unknown }, target: Target): SQL =>
  sql`(${table.roundId}, ${table.communeId}) IN (${target})`;

/** The versions of the form, other than the round's own, that answers of this commune were given to. */
export const olderVersions = (db: ProvinceDb, target: Target) =>
  db.read
    .select()
    .from(formVersions)
    .where(
      sql`${formVersions.id} IN (SELECT p.form_version_id FROM responses p JOIN rounds r ON r.id = p.round_id
        WHERE (p.round_id, p.commune_id) IN (${target}) AND p.form_version_id <> r.form_version_id)`,
    );

/** Everything about one commune's file, to be read in one batch. */
export const fileQueries = (db: ProvinceDb, target: Target) =>
  [
    db.read
      .select({
        round: rounds,
        version: formVersions,
        submission: submissions,
        previousName: sql<string | null>`(SELECT p.name FROM rounds p WHERE p.id = ${rounds.previousRoundId})`,
      })
      .from(submissions)
      .innerJoin(rounds, eq(rounds.id, submissions.roundId))
      .innerJoin(formVersions, eq(formVersions.id, rounds.formVersionId))
      .where(of(submissions, target)),
    db.read.select().from(roundUnits).where(of(roundUnits, target)).orderBy(roundUnits.position),
    db.read.select().from(responses).where(of(responses, target)),
    olderVersions(db, target),
    db.read
      .select()
      .from(submissionSteps)
      .where(of(submissionSteps, target))
      .orderBy(asc(submissionSteps.at), asc(submissionSteps.id)),
    db.read.select().from(reviewComments).where(of(reviewComments, target)).orderBy(asc(reviewComments.id)),
    ...earlierQueries(db, target),
  ] as const;

type Rows<Queries extends readonly PromiseLike<unknown>[]> = { [Index in keyof Queries]: Awaited<Queries[Index]> };

/** What the reads gave, put together; null when the round has no such commune. */
export function fileFrom(rows: Rows<ReturnType<typeof fileQueries>>): RoundFile | null {
  const [[found], units, stored, older, steps, comments, ...earlier] = rows;
  if (!found) return null;
  const version = sameDocument(found.version);
  return {
    ...found,
    version,
    units,
    stored,
    responses: upgradeResponses(version, older.map(sameDocument), stored),
    steps,
    comments,
    earlier: earlierFrom(found.round, version, earlier),
  };
}

/** Everything behind a link, in one round trip; null when no link has this token. */
export async function fileByToken(db: ProvinceDb, tokenHash: string): Promise<CommuneFile | null> {
  const [found, ...rows] = await db.read.batch([
    db.read.select().from(links).where(eq(links.tokenHash, tokenHash)),
    ...fileQueries(db, sql`SELECT round_id, commune_id FROM links WHERE token_hash = ${tokenHash}`),
  ]);
  const file = fileFrom(rows);
  return found[0] && file ? { ...file, link: found[0] } : null;
}

/** One commune's file in a round, in one round trip; null when the round has no such commune. */
export async function fileOfCommune(
  db: ProvinceDb,
  roundId: string,
  communeId: string,
  read: Read = (queries) => db.read.batch(queries),
): Promise<RoundFile | null> {
  return fileFrom(await read(fileQueries(db, targetOf(roundId, communeId))));
}
