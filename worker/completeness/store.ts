import { and, eq, sql } from 'drizzle-orm';
import type { BatchResponse } from 'drizzle-orm/batch';
import type { ProvinceDb } from '../db/open.ts';
import { formVersions } from '../db/province/forms.ts';
import { responses } from '../db/province/responses.ts';
import { rounds, roundUnits } from '../db/province/rounds.ts';
import { submissions } from '../db/province/submissions.ts';
import { sameDocument } from '../forms/same-document.ts';
import { type Period, periodOf } from '../rounds/schedule.ts';
import { targetOf } from '../scores/earlier-store.ts';
import { olderVersions } from '../submissions/file-store.ts';
import { upgradeResponses } from '../submissions/upgrade-response.ts';

/** What a round's completeness is computed from, to be read in one batch; of one commune when it is named. */
export function completenessQueries(db: ProvinceDb, roundId: string, communeId?: string) {
  const inRound = (table: typeof roundUnits | typeof responses | typeof submissions) =>
    and(eq(table.roundId, roundId), communeId === undefined ? undefined : eq(table.communeId, communeId));
  const everyCommune = sql`SELECT round_id, commune_id FROM submissions WHERE round_id = ${roundId}`;
  return [
    db.read
      .select({ round: rounds, version: formVersions })
      .from(rounds)
      .innerJoin(formVersions, eq(formVersions.id, rounds.formVersionId))
      .where(eq(rounds.id, roundId)),
    db.read.select().from(roundUnits).where(inRound(roundUnits)).orderBy(roundUnits.position),
    db.read.select().from(responses).where(inRound(responses)),
    olderVersions(db, communeId === undefined ? everyCommune : targetOf(roundId, communeId)),
    db.read
      .select({ submission: submissions })
      .from(submissions)
      .innerJoin(
        roundUnits,
        and(eq(roundUnits.roundId, submissions.roundId), eq(roundUnits.unitId, submissions.communeId)),
      )
      .where(inRound(submissions))
      .orderBy(roundUnits.position),
  ] as const;
}

type Rows = BatchResponse<ReturnType<typeof completenessQueries>>;

export interface CompletenessRows {
  /** The days that the round's figures are about. */
  period: Period | null;
  units: Rows[1];
  /** By the round's version of the form, whatever version they were given to. */
  responses: Rows[2];
  submissions: Rows[4][number]['submission'][];
}

/** What the reads gave, put together; null when there is no such round. */
export function completenessRows([found, units, stored, older, files]: Rows) {
  if (!found[0]) return null;
  const version = sameDocument(found[0].version);
  const responses = upgradeResponses(version, older.map(sameDocument), stored);
  const rows: CompletenessRows = {
    ...{ period: periodOf(found[0].round), units, responses },
    submissions: files.map(({ submission }) => submission),
  };
  return { round: found[0].round, version, rows };
}
