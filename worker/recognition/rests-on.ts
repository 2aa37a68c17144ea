import { type SQL, sql } from 'drizzle-orm';
import { oneOf } from './on-day.ts';
import { ended } from './state.ts';

/**
 * Whether recognition rests on what a round says of a commune: a file that has not ended was proposed from it, or is maintained by
 * it. What was refused or revoked rests on nothing any more, so that its figures can be corrected for a new proposal.
 */
export const recognitionRestsOn = (roundId: string, unitId: string): SQL<number> =>
  sql`EXISTS (SELECT 1 FROM recognition_files f WHERE f.unit_id = ${unitId}
    AND (f.round_id = ${roundId}
      OR EXISTS (SELECT 1 FROM recognition_steps m WHERE m.file_id = f.id AND m.round_id = ${roundId}))
    AND NOT EXISTS (SELECT 1 FROM recognition_steps e WHERE e.file_id = f.id AND e.step IN (${oneOf(ended)})))`;
