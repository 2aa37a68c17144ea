import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/**
 * Whether a unit stands on a day, YYYY-MM-DD: one of its versions holds then, and no other unit has come out of it by then
 * (docs/adr/0012-lineage-ends-a-unit.md).
 */
export const standsOn = (unitId: SQLWrapper, day: SQLWrapper | string): SQL<number> =>
  sql`(EXISTS (SELECT 1 FROM unit_versions v WHERE v.unit_id = ${unitId}
      AND v.valid_from <= ${day} AND (v.valid_to IS NULL OR v.valid_to > ${day}))
    AND NOT EXISTS (SELECT 1 FROM lineage l WHERE l.predecessor_id = ${unitId} AND l.date <= ${day}))`;
