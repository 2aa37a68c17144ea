import { and, eq, inArray, isNull } from 'drizzle-orm';
import { event, type Writing } from '../audit/event.ts';
import { inChunks } from '../db/chunks.ts';
import type { ProvinceDb } from '../db/open.ts';
import { links } from '../db/province/links.ts';
import { rounds, roundUnits } from '../db/province/rounds.ts';

export type LinkRow = typeof links.$inferSelect;

/** The round and those of its units that links are wanted for: the named ones, or every commune. */
export async function roundWithUnits(db: ProvinceDb, roundId: string, unitIds: string[] | undefined) {
  const wanted = unitIds ? inArray(roundUnits.unitId, unitIds) : eq(roundUnits.level, 'commune');
  const [round, units] = await db.read.batch([
    db.read.select().from(rounds).where(eq(rounds.id, roundId)),
    db.read
      .select()
      .from(roundUnits)
      .where(and(eq(roundUnits.roundId, roundId), wanted))
      .orderBy(roundUnits.position),
  ]);
  return { round: round[0], units };
}

export async function insertLinks(db: ProvinceDb, roundId: string, rows: LinkRow[], by: Writing): Promise<void> {
  await db.write.batch([
    event(db, by, 'link.create', `round:${roundId}`, { links: rows.map(({ id, unitId }) => ({ id, unitId })) }),
    ...inChunks(rows).map((chunk) => db.write.insert(links).values(chunk)),
  ]);
}

export const linksOfRound = (db: ProvinceDb, roundId: string) =>
  db.read
    .select({ link: links, unitName: roundUnits.name, level: roundUnits.level })
    .from(links)
    .innerJoin(roundUnits, and(eq(roundUnits.roundId, links.roundId), eq(roundUnits.unitId, links.unitId)))
    .where(eq(links.roundId, roundId))
    .orderBy(roundUnits.position, links.id);

export const linkOfRound = (db: ProvinceDb, roundId: string, linkId: string) =>
  db.read
    .select({ link: links, unitName: roundUnits.name, level: roundUnits.level })
    .from(links)
    .innerJoin(roundUnits, and(eq(roundUnits.roundId, links.roundId), eq(roundUnits.unitId, links.unitId)))
    .where(and(eq(links.roundId, roundId), eq(links.id, linkId)));

export async function revokeLink(db: ProvinceDb, linkId: string, by: Writing): Promise<void> {
  await db.write.batch([
    event(db, by, 'link.revoke', `link:${linkId}`),
    db.write
      .update(links)
      .set({ revokedAt: by.now })
      .where(and(eq(links.id, linkId), isNull(links.revokedAt))),
  ]);
}
