import { asc } from 'drizzle-orm';
import { event, type Writing } from '../audit/event.ts';
import { inChunks } from '../db/chunks.ts';
import type { ProvinceDb } from '../db/open.ts';
import { units } from '../db/province.ts';

export type NewUnitRow = typeof units.$inferInsert;

/** All units, in the order in which they were made. */
export const allUnits = (db: ProvinceDb) => db.read.select().from(units).orderBy(asc(units.id));

export async function insertUnits(db: ProvinceDb, rows: NewUnitRow[], by: Writing): Promise<void> {
  await db.write.batch([
    event(db, by, 'unit.create', 'units', { count: rows.length }),
    ...inChunks(rows).map((chunk) => db.write.insert(units).values(chunk)),
  ]);
}
