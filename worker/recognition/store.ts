import { and, asc, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { event, type Writing } from '../audit/event.ts';
import { localDay } from '../db/local-time.ts';
import type { ProvinceDb } from '../db/open.ts';
import { expecting } from '../db/precondition.ts';
import { formVersions } from '../db/province/forms.ts';
import { recognitionFiles, recognitionSteps } from '../db/province/recognition.ts';
import { rounds, roundUnits } from '../db/province/rounds.ts';
import { scorecards } from '../db/province/scorecards.ts';
import { submissions } from '../db/province/submissions.ts';
import { standsOn } from '../units/standing.ts';
import type { Basis, SoundBasis } from './basis.ts';
import { basisRoundOn, oneOf } from './on-day.ts';
import type { Proposal } from './propose.ts';
import { ended, type RecognitionStep } from './state.ts';
import type { FileRow, TakenStep } from './take-step.ts';

const basisOf = (db: ProvinceDb, roundId: SQLWrapper, communeId: SQLWrapper) =>
  db.read
    .select({
      roundId: rounds.id,
      openedAt: rounds.openedAt,
      periodTo: rounds.periodTo,
      hasRequirements: sql<number>`EXISTS (SELECT 1 FROM json_each(${formVersions.document}, '$.criteria') criterion
        WHERE json_extract(criterion.value, '$.requirement'))`,
      submission: submissions,
      scorecard: {
        ready: scorecards.ready,
        inputsVersion: scorecards.inputsVersion,
        answersHash: scorecards.answersHash,
      },
    })
    .from(roundUnits)
    .innerJoin(rounds, eq(rounds.id, roundUnits.roundId))
    .innerJoin(formVersions, eq(formVersions.id, rounds.formVersionId))
    .innerJoin(
      submissions,
      and(eq(submissions.roundId, roundUnits.roundId), eq(submissions.communeId, roundUnits.unitId)),
    )
    .leftJoin(scorecards, and(eq(scorecards.roundId, roundUnits.roundId), eq(scorecards.communeId, roundUnits.unitId)))
    .where(sql`${roundUnits.roundId} = ${roundId} AND ${roundUnits.unitId} = ${communeId}`);

type BasisRow = Awaited<ReturnType<typeof basisOf>>[number];

function toBasis({ openedAt, periodTo, hasRequirements, ...row }: BasisRow): Basis {
  // A round that has files was opened.
  const year = Number((periodTo ?? localDay(openedAt!)).slice(0, 4));
  return { ...row, year, hasRequirements: hasRequirements === 1 };
}

/** Everything that a proposal depends on, in one round trip. */
export async function proposalState(db: ProvinceDb, roundId: string, unitId: string, day: string) {
  const [round, basis, facts] = await db.read.batch([
    db.read.select({ id: rounds.id }).from(rounds).where(eq(rounds.id, roundId)),
    basisOf(db, sql`${roundId}`, sql`${unitId}`),
    db.read.all<{ stands: number; free: number }>(
      sql`SELECT ${standsOn(sql`${unitId}`, day)} AS stands, ${hasNoLivingFile(unitId)} AS free`,
    ),
  ]);
  return {
    roundExists: round.length > 0,
    basis: basis[0] && toBasis(basis[0]),
    stands: facts[0]!.stands === 1,
    hasLivingFile: facts[0]!.free !== 1,
  };
}

/**
 * Everything that the next step of a file depends on, in one round trip; null when there is no such file. `day` is that of its
 * decision, `laterRoundId` the round that a maintenance rests on.
 */
export async function fileState(db: ProvinceDb, fileId: string, day: string, laterRoundId: string | null) {
  const file = sql`(SELECT f.unit_id FROM recognition_files f WHERE f.id = ${fileId})`;
  const ownRound = sql`(SELECT f.round_id FROM recognition_files f WHERE f.id = ${fileId})`;
  const [files, steps, basis, later, facts] = await db.read.batch([
    db.read.select().from(recognitionFiles).where(eq(recognitionFiles.id, fileId)),
    db.read
      .select()
      .from(recognitionSteps)
      .where(eq(recognitionSteps.fileId, fileId))
      .orderBy(asc(recognitionSteps.id)),
    basisOf(db, basisRoundOn(sql`${fileId}`, ownRound, '9999'), file),
    basisOf(db, sql`${laterRoundId}`, file),
    db.read.all<{ stands: number; roundExists: number }>(
      sql`SELECT ${standsOn(file, day)} AS stands,
        EXISTS (SELECT 1 FROM rounds WHERE id = ${laterRoundId}) AS roundExists`,
    ),
  ]);
  if (!files[0] || !basis[0]) return null;
  return {
    file: files[0],
    steps,
    basis: toBasis(basis[0]),
    later: later[0] && toBasis(later[0]),
    stands: facts[0]!.stands === 1,
    roundExists: facts[0]!.roundExists === 1,
  };
}

const hasNoLivingFile = (unitId: string): SQL<number> =>
  sql`NOT EXISTS (SELECT 1 FROM recognition_files f WHERE f.unit_id = ${unitId} AND NOT EXISTS
    (SELECT 1 FROM recognition_steps s WHERE s.file_id = f.id AND s.step IN (${oneOf(ended)})))`;

/** The basis still carries what rests on it: nobody has returned the file or changed its score since it was read. */
const stillSound = ({ roundId, submission, scorecard }: SoundBasis, unitId: string) =>
  expecting(
    'state',
    sql`(SELECT s.verified_at = ${submission.verifiedAt} AND s.verified_by IS ${submission.verifiedBy}
      AND s.inputs_version = ${submission.inputsVersion} AND c.inputs_version = s.inputs_version
      AND c.ready = 1 AND c.answers_hash = ${scorecard.answersHash}
      FROM submissions s JOIN scorecards c ON c.round_id = s.round_id AND c.commune_id = s.commune_id
      WHERE s.round_id = ${roundId} AND s.commune_id = ${unitId})`,
  );

const stepEvent = (
  db: ProvinceDb,
  by: Writing,
  step: RecognitionStep,
  { id, unitId }: FileRow,
  row: typeof recognitionSteps.$inferInsert,
) =>
  event(
    db,
    by,
    `recognition.${step}`,
    `recognition:${id}`,
    { unitId, decisionNumber: row.decisionNumber },
    { after: row },
  );

/** Begins a file; aborts with the precondition `state` when the commune has one meanwhile, or its basis has changed. */
export async function insertProposal(db: ProvinceDb, { file, row, basis }: Proposal, by: Writing): Promise<void> {
  await db.write.batch([
    db.write.run(expecting('state', hasNoLivingFile(file.unitId))),
    db.write.run(stillSound(basis, file.unitId)),
    db.write.insert(recognitionFiles).values(file),
    db.write.insert(recognitionSteps).values(row),
    stepEvent(db, by, 'propose', file, row),
  ]);
}

/** Adds a step to exactly the revision that was read; aborts with `revision`, or with `state` when its basis has changed. */
export async function insertStep(
  db: ProvinceDb,
  file: FileRow,
  { step, row, basis }: TakenStep,
  by: Writing,
): Promise<void> {
  const current = sql`(SELECT revision = ${file.revision} FROM recognition_files WHERE id = ${file.id})`;
  await db.write.batch([
    db.write.run(expecting('revision', current)),
    ...(basis ? [db.write.run(stillSound(basis, file.unitId))] : []),
    db.write
      .update(recognitionFiles)
      .set({ revision: file.revision + 1 })
      .where(eq(recognitionFiles.id, file.id)),
    db.write.insert(recognitionSteps).values(row),
    stepEvent(db, by, step, file, row),
  ]);
}
