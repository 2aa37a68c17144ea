import { and, eq } from 'drizzle-orm';
import type { BatchResponse } from 'drizzle-orm/batch';
import type { ProvinceDb } from '../db/open.ts';
import { formVersions } from '../db/province/forms.ts';
import { responses } from '../db/province/responses.ts';
import { rounds, roundUnits } from '../db/province/rounds.ts';
import { submissions } from '../db/province/submissions.ts';
import { sameDocument } from '../forms/same-document.ts';

/** What a round's completeness is computed from, to be read in one batch; of one commune when it is named. */
export function completenessQueries(db: ProvinceDb, roundId: string, communeId?: string) {
  const inRound = (table: typeof roundUnits | typeof responses | typeof submissions) =>
    and(eq(table.roundId, roundId), communeId === undefined ? undefined : eq(table.communeId, communeId));
  return [
    db.read
      .select({ round: rounds, version: formVersions })
      .from(rounds)
      .innerJoin(formVersions, eq(formVersions.id, rounds.formVersionId))
      .where(eq(rounds.id, roundId)),
    db.read.select().from(roundUnits).where(inRound(roundUnits)).orderBy(roundUnits.position),
    db.read.select().from(responses).where(inRound(responses)),
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
  units: Rows[1];
  responses: Rows[2];
  submissions: Rows[3][number]['submission'][];
}

/** What the reads gave, put together; null when there is no such round. */
export function completenessRows([found, units, answers, files]: Rows) {
  if (!found[0]) return null;
  const rows: CompletenessRows = {
    units,
    responses: answers,
    submissions: files.map(({ submission }) => submission),
  };
  const { round, version } = found[0];
  return { round, version: sameDocument(version), rows };
}
