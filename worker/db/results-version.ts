import { eq, sql } from 'drizzle-orm';
import type { ProvinceDb } from './open.ts';
import { rounds } from './province/rounds.ts';

/** Stands in every batch that changes what a round's readiness list says (readiness/list-cache.ts relies on it). */
export const resultsChanged = (db: ProvinceDb, roundId: string) =>
  db.write
    .update(rounds)
    .set({ resultsVersion: sql`${rounds.resultsVersion} + 1` })
    .where(eq(rounds.id, roundId));
