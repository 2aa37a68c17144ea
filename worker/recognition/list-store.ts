import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { ProvinceDb } from '../db/open.ts';
import { recognitionFiles, recognitionSteps } from '../db/province/recognition.ts';
import { rounds } from '../db/province/rounds.ts';
import { scorecards } from '../db/province/scorecards.ts';
import { submissions } from '../db/province/submissions.ts';
import { unitVersions } from '../db/province/units.ts';
import { standsOn } from '../units/standing.ts';
import { basisRoundOn, stateOn } from './on-day.ts';
import type { RecognitionState } from './state.ts';

/** Which files, as of which day. */
export interface Selection {
  /** YYYY-MM-DD: later decisions are not seen. */
  day: string;
  fileId?: string;
  unitId?: string;
  state?: RecognitionState | undefined;
  /** Folded as names and codes are for a search (units/search-key.ts). */
  search?: string | undefined;
  after?: string | undefined;
  limit?: number;
}

/** The files of a selection in the order of their proposals, each with its commune and its basis; and beside them their steps. */
export function selectFiles(db: ProvinceDb, { day, fileId, unitId, state, search, after, limit = 500 }: Selection) {
  const current = stateOn(recognitionFiles.id, day);
  const unit = { id: unitVersions.unitId, name: unitVersions.name, kindLabel: unitVersions.kindLabel };
  const ofSelection = and(
    sql`${current} IS NOT NULL`,
    fileId === undefined ? undefined : eq(recognitionFiles.id, fileId),
    unitId === undefined ? undefined : eq(recognitionFiles.unitId, unitId),
    state === undefined ? undefined : sql`${current} = ${state}`,
    search === undefined ? undefined : sql`instr(${unitVersions.searchKey}, ${search}) > 0`,
    after === undefined ? undefined : gt(recognitionFiles.id, after),
  );
  // What the commune is called on that day, or was called last.
  const version = sql`(SELECT v.valid_from FROM unit_versions v WHERE v.unit_id = ${recognitionFiles.unitId}
    ORDER BY v.valid_from > ${day}, v.valid_from DESC LIMIT 1)`;
  const named = and(eq(unitVersions.unitId, recognitionFiles.unitId), sql`${unitVersions.validFrom} = ${version}`);
  const files = db.read
    .select({
      file: recognitionFiles,
      unit: { ...unit, code: unitVersions.code, stands: standsOn(recognitionFiles.unitId, day) },
      basis: {
        roundId: rounds.id,
        roundName: rounds.name,
        verifiedAt: submissions.verifiedAt,
        ready: scorecards.ready,
        answersHash: scorecards.answersHash,
      },
    })
    .from(recognitionFiles)
    .innerJoin(unitVersions, named)
    .innerJoin(rounds, sql`${rounds.id} = ${basisRoundOn(recognitionFiles.id, recognitionFiles.roundId, day)}`)
    .innerJoin(submissions, and(eq(submissions.roundId, rounds.id), eq(submissions.communeId, recognitionFiles.unitId)))
    .leftJoin(scorecards, and(eq(scorecards.roundId, rounds.id), eq(scorecards.communeId, recognitionFiles.unitId)))
    .where(ofSelection)
    .orderBy(asc(recognitionFiles.id))
    .limit(limit);
  const page = db.read
    .select({ id: recognitionFiles.id })
    .from(recognitionFiles)
    .innerJoin(unitVersions, named)
    .where(ofSelection)
    .orderBy(asc(recognitionFiles.id))
    .limit(limit);
  const steps = db.read
    .select()
    .from(recognitionSteps)
    .where(and(inArray(recognitionSteps.fileId, page), lte(recognitionSteps.decisionDate, day)))
    .orderBy(asc(recognitionSteps.id));
  return [files, steps] as const;
}
