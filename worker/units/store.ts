import { asc, sql } from 'drizzle-orm';
import { event, type Writing } from '../audit/event.ts';
import { inChunks } from '../db/chunks.ts';
import type { ProvinceDb } from '../db/open.ts';
import { lineage, units } from '../db/province.ts';

export type NewUnitRow = typeof units.$inferInsert;

/** All units, in the order in which they were made. */
export const allUnits = (db: ProvinceDb) => db.read.select().from(units).orderBy(asc(units.id));

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

export async function insertUnits(db: ProvinceDb, rows: NewUnitRow[], by: Writing): Promise<void> {
  await db.write.batch([
    event(db, by, 'unit.create', 'units', { count: rows.length }),
    ...inChunks(rows).map((chunk) => db.write.insert(units).values(chunk)),
  ]);
}
