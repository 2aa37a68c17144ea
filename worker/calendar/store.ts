import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { CalendarEntry } from '../../forms/index.ts';
import { event, type Writing } from '../audit/event.ts';
import type { ProvinceDb } from '../db/open.ts';
import { forms, formVersions } from '../db/province/forms.ts';
import { calendarFeeds, rounds } from '../db/province/rounds.ts';

export type FeedRow = typeof calendarFeeds.$inferSelect;

/** All rounds that are not archived, newest first, each with what its form says of dates, and no more of the form than that. */
export const roundsWithPlans = (db: ProvinceDb) =>
  db.read
    .select({
      round: rounds,
      form: { key: forms.key, number: formVersions.number, createdAt: formVersions.createdAt },
      plan: sql<string>`coalesce(json_extract(${formVersions.document}, '$.calendar'), '[]')`.mapWith(
        (json): CalendarEntry[] => JSON.parse(json),
      ),
    })
    .from(rounds)
    .innerJoin(formVersions, eq(formVersions.id, rounds.formVersionId))
    .innerJoin(forms, eq(forms.id, formVersions.formId))
    .where(isNull(rounds.archivedAt))
    .orderBy(desc(rounds.id));

export const feedByHash = (db: ProvinceDb, tokenHash: string) =>
  db.read.select().from(calendarFeeds).where(eq(calendarFeeds.tokenHash, tokenHash));

/** What a feed shows, together with whether its address is one: one round trip. */
export async function feedWithRounds(db: ProvinceDb, tokenHash: string) {
  const [feeds, found] = await db.read.batch([feedByHash(db, tokenHash), roundsWithPlans(db)]);
  return { feed: feeds[0], rounds: found };
}

export const allFeeds = (db: ProvinceDb) => db.read.select().from(calendarFeeds).orderBy(calendarFeeds.id);

export const feedById = (db: ProvinceDb, id: string) =>
  db.read.select().from(calendarFeeds).where(eq(calendarFeeds.id, id));

export async function insertFeed(db: ProvinceDb, row: FeedRow, by: Writing): Promise<void> {
  await db.write.batch([
    event(db, by, 'calendar-feed.create', `calendar-feed:${row.id}`, { name: row.name }, { after: row }),
    db.write.insert(calendarFeeds).values(row),
  ]);
}

export async function revokeFeed(db: ProvinceDb, id: string, by: Writing): Promise<void> {
  await db.write.batch([
    event(
      db,
      by,
      'calendar-feed.revoke',
      `calendar-feed:${id}`,
      {},
      {
        before: { revokedAt: null },
        after: { revokedAt: by.now },
      },
    ),
    db.write
      .update(calendarFeeds)
      .set({ revokedAt: by.now })
      .where(and(eq(calendarFeeds.id, id), isNull(calendarFeeds.revokedAt))),
  ]);
}
