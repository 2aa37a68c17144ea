import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/** Whether a unit stands on a day, YYYY-MM-DD: one of its versions holds then. Lineage ends a predecessor's last version. */
export const standsOn = (unitId: SQLWrapper, day: SQLWrapper | string): SQL<number> =>
  sql`EXISTS (SELECT 1 FROM unit_versions v WHERE v.unit_id = ${unitId}
    AND v.valid_from <= ${day} AND (v.valid_to IS NULL OR v.valid_to > ${day}))`;
