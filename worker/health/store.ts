import { and, isNull, ne, or, sql } from 'drizzle-orm';
import { provinces } from '../db/control.ts';
import type { ControlDb, ProvinceDb } from '../db/open.ts';

/** The province in service with the lowest code. */
export const firstProvince = (control: ControlDb) =>
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
    .limit(1);

/** The cheapest thing that only a database in service can answer. */
export const ping = (db: ProvinceDb) => db.read.get(sql`SELECT 1 AS one`);
