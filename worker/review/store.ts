import { and, eq, sql } from 'drizzle-orm';
import type { ProvinceDb } from '../db/open.ts';
import { links } from '../db/province/links.ts';
import { roundUnits } from '../db/province/rounds.ts';
import { scorecards } from '../db/province/scorecards.ts';
import { submissions } from '../db/province/submissions.ts';
import type { Figures, Read } from '../disclosure/figures.ts';
import { recognitionRestsOn } from '../recognition/rests-on.ts';
import { targetOf } from '../scores/earlier-store.ts';
import type { RoundFile } from '../submissions/file.ts';
import { fileFrom, fileQueries } from '../submissions/file-store.ts';
import { compareQueries } from './compare-store.ts';
import { compared } from './compared.ts';
import type { QueueRow } from './queue.ts';

/** The index as everybody may see it: the exact one is made of shares. */
const maskedIndex = sql<number | null>`json_extract(${scorecards.masked}, '$.index')`;

const queueRows = (db: ProvinceDb, roundId: string) =>
  db.read
    .select({
      unit: roundUnits,
      submission: submissions,
      ready: scorecards.ready,
      index: maskedIndex,
      scoredVersion: sql<number>`coalesce(${scorecards.inputsVersion}, 0)`,
      expected: sql<number>`(SELECT count(*) FROM round_units v WHERE v.round_id = ${roundId}
        AND v.commune_id = ${submissions.communeId} AND v.level = 'village')`,
      begun: sql<number>`(SELECT count(*) FROM responses p WHERE p.round_id = ${roundId}
        AND p.commune_id = ${submissions.communeId} AND p.unit_id <> p.commune_id)`,
      cameBack: sql<number>`EXISTS (SELECT 1 FROM submission_steps t WHERE t.round_id = ${roundId}
        AND t.commune_id = ${submissions.communeId} AND t.kind IN ('return', 'withdraw'))`,
    })
    .from(submissions)
    .innerJoin(
      roundUnits,
      and(eq(roundUnits.roundId, submissions.roundId), eq(roundUnits.unitId, submissions.communeId)),
    )
    .leftJoin(
      scorecards,
      and(eq(scorecards.roundId, submissions.roundId), eq(scorecards.communeId, submissions.communeId)),
    )
    .where(eq(submissions.roundId, roundId));

/** Every commune's file of a round as the queue shows it, and what outliers are found from, in one round trip. */
export async function queueState(db: ProvinceDb, roundId: string, { figures, read }: { figures: Figures; read: Read }) {
  const [rows, [round], submitted, previous, edges] = await read([
    queueRows(db, roundId),
    ...compareQueries(db, roundId, figures),
  ] as const);
  if (!round) return null;
  const files: QueueRow[] = rows.map(({ cameBack, ...row }) => {
    const { reasons, shownFindings } = row.submission;
    return { ...row, cameBack: cameBack === 1, confirmed: figures === 'exact' ? Object.keys(reasons) : shownFindings };
  });
  return { files, communes: compared({ submitted, previous, edges }) };
}

/** Whether recognition rests on a commune's results of this round. */
const recognition = (db: ProvinceDb, roundId: string, communeId: string) =>
  db.read.all<{ rests: number }>(sql`SELECT ${recognitionRestsOn(roundId, communeId)} AS rests`);

/** Who made the links by which a file's answers were saved or handed in. */
const linkMakers = (db: ProvinceDb, roundId: string, communeId: string) =>
  db.read
    .selectDistinct({ userId: links.createdBy })
    .from(links)
    .where(
      and(
        eq(links.roundId, roundId),
        eq(links.communeId, communeId),
        sql`(${links.id} IN (SELECT v.link_id FROM response_revisions v
          JOIN round_units u ON u.round_id = v.round_id AND u.unit_id = v.unit_id
          WHERE u.round_id = ${roundId} AND u.commune_id = ${communeId})
          OR ${links.id} IN (SELECT t.actor_id FROM submission_steps t
          WHERE t.round_id = ${roundId} AND t.commune_id = ${communeId} AND t.actor_kind = 'link'))`,
      ),
    );

const dutyQueries = (db: ProvinceDb, roundId: string, communeId: string) =>
  [recognition(db, roundId, communeId), linkMakers(db, roundId, communeId)] as const;

/** A file as a reviewer's act needs it. */
export interface ReviewFile extends RoundFile {
  linkMakers: (string | null)[];
  inRecognition: boolean;
}

const withDuties = (
  file: RoundFile,
  [recognised]: { rests: number }[],
  makers: { userId: string | null }[],
): ReviewFile => ({
  ...file,
  linkMakers: makers.map(({ userId }) => userId),
  inRecognition: recognised?.rests === 1,
});

/** One commune's file, in one round trip; null when the round has no such commune. */
export async function reviewFile(db: ProvinceDb, roundId: string, communeId: string): Promise<ReviewFile | null> {
  const [recognised, makers, ...rows] = await db.read.batch([
    ...dutyQueries(db, roundId, communeId),
    ...fileQueries(db, targetOf(roundId, communeId)),
  ]);
  const file = fileFrom(rows);
  return file && withDuties(file, recognised, makers);
}

/** The same with its verdict and with what its outliers are found from, in one round trip. */
export async function reviewDetail(
  db: ProvinceDb,
  roundId: string,
  communeId: string,
  { figures, read }: { figures: Figures; read: Read },
) {
  const index = figures === 'exact' ? sql<number | null>`${scorecards.index}` : maskedIndex;
  const verdict = db.read
    .select({ ready: scorecards.ready, index, inputsVersion: scorecards.inputsVersion })
    .from(scorecards)
    .where(and(eq(scorecards.roundId, roundId), eq(scorecards.communeId, communeId)));
  const [recognised, makers, [scored], , submitted, previous, edges, ...rows] = await read([
    ...dutyQueries(db, roundId, communeId),
    verdict,
    ...compareQueries(db, roundId, figures),
    ...fileQueries(db, targetOf(roundId, communeId)),
  ] as const);
  const file = fileFrom(rows);
  if (!file) return null;
  return { file: withDuties(file, recognised, makers), scored, communes: compared({ submitted, previous, edges }) };
}
