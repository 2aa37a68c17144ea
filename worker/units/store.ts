import { and, asc, eq, getTableColumns, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { event, type Writing } from '../audit/event.ts';
import { inChunks } from '../db/chunks.ts';
import type { ProvinceDb } from '../db/open.ts';
import { lineage, units, unitVersions } from '../db/province/units.ts';

/** A unit with what it is, or was, on one day. */
export type UnitRow = typeof units.$inferSelect & Omit<typeof unitVersions.$inferSelect, 'unitId'>;

const { unitId: _, ...version } = getTableColumns(unitVersions);

/** The version that holds on a day, YYYY-MM-DD. */
export const holdsOn = (day: string) =>
  and(lte(unitVersions.validFrom, day), or(isNull(unitVersions.validTo), gt(unitVersions.validTo, day)));

/** The units that stand on a day, as they are then, in the order in which they were made. */
export const unitsOn = (db: ProvinceDb, day: string) =>
  db.read
    .select({ ...version, ...getTableColumns(units) })
    .from(units)
    .innerJoin(unitVersions, and(eq(unitVersions.unitId, units.id), holdsOn(day)))
    .orderBy(asc(units.id));

/** Of the ids given, those that belong to a unit of any time. */
export const knownUnits = (db: ProvinceDb, ids: string[]) =>
  db.read.select({ id: units.id }).from(units).where(inArray(units.id, ids));

export const allLineage = (db: ProvinceDb) => db.read.select().from(lineage).orderBy(lineage.date, lineage.successorId);

/** Records where units came from; saying the same edge again replaces its extent, date and act. */
export async function saveLineage(db: ProvinceDb, rows: (typeof lineage.$inferInsert)[], by: Writing): Promise<void> {
  const excluded = { extent: sql`excluded.extent`, date: sql`excluded.date`, legalAct: sql`excluded.legal_act` };
  await db.write.batch([
    event(db, by, 'unit.lineage', 'units', { edges: rows.length }),
    ...inChunks(rows).map((chunk) =>
      db.write
        .insert(lineage)
        .values(chunk)
        .onConflictDoUpdate({ target: [lineage.predecessorId, lineage.successorId], set: excluded }),
    ),
  ]);
}

const split = ({ id, level, revision, createdAt, ...rest }: UnitRow) => ({
  unit: { id, level, revision, createdAt },
  version: { ...rest, unitId: id, createdAt },
});

export async function insertUnits(db: ProvinceDb, rows: UnitRow[], by: Writing): Promise<void> {
  const parts = rows.map(split);
  await db.write.batch([
    event(db, by, 'unit.create', 'units', { count: rows.length }),
    ...inChunks(parts.map(({ unit }) => unit)).map((chunk) => db.write.insert(units).values(chunk)),
    ...inChunks(parts.map(({ version }) => version)).map((chunk) => db.write.insert(unitVersions).values(chunk)),
  ]);
}
