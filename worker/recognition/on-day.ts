import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { inForce, type RecognitionState } from './state.ts';

// What recognition was on a day, by the dates of its decisions, for the queries of every feature that asks.

export const oneOf = (states: readonly RecognitionState[]) =>
  sql.join(
    states.map((state) => sql`${state}`),
    sql`, `,
  );

/** What a file's last decision by a day made of it; null before its first. */
export const stateOn = (fileId: SQLWrapper, day: SQLWrapper | string): SQL<RecognitionState | null> =>
  sql`(SELECT s.step FROM recognition_steps s WHERE s.file_id = ${fileId} AND s.decision_date <= ${day}
    ORDER BY s.id DESC LIMIT 1)`;

/** Whether a unit was recognised on a day, YYYY-MM-DD, by its own file: nothing comes over from the units it came out of. */
export const recognisedOn = (unitId: SQLWrapper, day: SQLWrapper | string): SQL<number> =>
  sql`EXISTS (SELECT 1 FROM recognition_files rf WHERE rf.unit_id = ${unitId}
    AND ${stateOn(sql`rf.id`, day)} IN (${oneOf(inForce)}))`;

/** The round that a file rests on, as of a day: its last maintenance's, before that its own. */
export const basisRoundOn = (fileId: SQLWrapper, ownRoundId: SQLWrapper, day: SQLWrapper | string): SQL<string> =>
  sql`coalesce((SELECT s.round_id FROM recognition_steps s WHERE s.file_id = ${fileId} AND s.round_id IS NOT NULL
    AND s.decision_date <= ${day} ORDER BY s.id DESC LIMIT 1), ${ownRoundId})`;
