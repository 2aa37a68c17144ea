import { and, isNull, ne, or, sql } from 'drizzle-orm';
import { provinces } from '../db/control.ts';
import type { ControlDb, ProvinceDb } from '../db/open.ts';

/** How many provinces are asked: one that is down is no trouble of the others. */
const SAMPLE = 3;

/** The provinces in service with the lowest codes, as many as are asked. */
export const firstProvinces = (control: ControlDb) =>
  control.read
    .select({ code: provinces.code })
    .from(provinces)
    .where(
      and(
        isNull(provinces.suspendedAt),
        isNull(provinces.deleteAfter),
        isNull(provinces.deletedAt),
        or(isNull(provinces.job), ne(provinces.job, 'create')),
      ),
    )
    .orderBy(provinces.code)
    .limit(SAMPLE);

/** The cheapest thing that only a database in service can answer. */
export const ping = (db: ProvinceDb) => db.read.get(sql`SELECT 1 AS one`);
