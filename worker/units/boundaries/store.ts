import { and, asc, eq, getTableColumns, gt, type SQL, sql } from 'drizzle-orm';
import { event, type Writing } from '../../audit/event.ts';
import type { ProvinceDb } from '../../db/open.ts';
import { expecting } from '../../db/precondition.ts';
import { unitBoundaries, units, unitVersions } from '../../db/province/units.ts';
import type { UnitHistory } from '../history.ts';
import { holdsOn, unchanged } from '../store.ts';

type Revised = Pick<UnitHistory, 'id' | 'revision'>;

/** A unit's revision with its outline, which is null while it has none; nothing when there is no such unit. */
export const boundaryOf = (db: ProvinceDb, id: string) =>
  db.read
    .select({ id: units.id, revision: units.revision, geometry: unitBoundaries.geometry })
    .from(units)
    .leftJoin(unitBoundaries, eq(unitBoundaries.unitId, units.id))
    .where(eq(units.id, id));

/** Outlines of the units that stand on a day, behind an id. */
export const boundariesOn = (
  db: ProvinceDb,
  { day, level, after, limit }: { day: string; level?: UnitHistory['level'] | undefined; after: string; limit: number },
) =>
  db.read
    .select({ ...getTableColumns(unitVersions), level: units.level, geometry: unitBoundaries.geometry })
    .from(unitBoundaries)
    .innerJoin(units, eq(units.id, unitBoundaries.unitId))
    .innerJoin(unitVersions, and(eq(unitVersions.unitId, units.id), holdsOn(day)))
    .where(and(level && eq(units.level, level), gt(units.id, after)))
    .orderBy(asc(units.id))
    .limit(limit);

const raised = (db: ProvinceDb, { id }: Revised) =>
  db.write
    .update(units)
    .set({ revision: sql`${units.revision} + 1` })
    .where(eq(units.id, id));

const asRead = (unit: Revised): SQL => expecting('revision', unchanged.unit(unit));

export async function saveBoundary(db: ProvinceDb, unit: Revised, geometry: string, by: Writing): Promise<void> {
  const row = { unitId: unit.id, geometry, updatedAt: by.now };
  await db.write.batch([
    db.write.run(asRead(unit)),
    event(db, by, 'unit.boundary', `unit:${unit.id}`, { bytes: geometry.length }, { after: geometry }),
    raised(db, unit),
    db.write.insert(unitBoundaries).values(row).onConflictDoUpdate({ target: unitBoundaries.unitId, set: row }),
  ]);
}

export async function deleteBoundary(db: ProvinceDb, unit: Revised, by: Writing): Promise<void> {
  await db.write.batch([
    db.write.run(asRead(unit)),
    event(db, by, 'unit.boundary', `unit:${unit.id}`, { bytes: 0 }),
    raised(db, unit),
    db.write.delete(unitBoundaries).where(eq(unitBoundaries.unitId, unit.id)),
  ]);
}
