import { asc, sql } from 'drizzle-orm';
import { event, type Writing } from '../../audit/event.ts';
import type { ProvinceDb } from '../../db/open.ts';
import { expecting } from '../../db/precondition.ts';
import { unitKinds } from '../../db/province/units.ts';
import type { Kind } from './kinds.ts';

/** The kinds that a province has stored, in its order; none means the usual ones. */
export const storedKinds = (db: ProvinceDb) =>
  db.read
    .select({ level: unitKinds.level, label: unitKinds.label })
    .from(unitKinds)
    .orderBy(asc(unitKinds.level), asc(unitKinds.position));

/** Replaces all kinds; aborts with the precondition `revision` unless `before` is what is stored. */
export async function saveKinds(db: ProvinceDb, before: Kind[], after: Kind[], by: Writing): Promise<void> {
  const stored = sql`(SELECT json_group_array(json_array(level, label))
    FROM (SELECT level, label FROM unit_kinds ORDER BY level, position))`;
  const expected = JSON.stringify(before.map(({ level, label }) => [level, label]));
  await db.write.batch([
    db.write.run(expecting('revision', sql`${stored} = ${expected}`)),
    event(db, by, 'unit.kinds', 'unit-kinds', { kinds: after.map(({ label }) => label) }, { before, after }),
    db.write.delete(unitKinds),
    db.write.insert(unitKinds).values(after.map((kind, position) => ({ ...kind, position }))),
  ]);
}
