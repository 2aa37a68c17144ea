import { and, eq, gt, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import { event, eventRow, type Writing } from '../audit/event.ts';
import { completenessQueries, completenessRows } from '../completeness/store.ts';
import { inChunks } from '../db/chunks.ts';
import type { ProvinceDb } from '../db/open.ts';
import { expecting } from '../db/precondition.ts';
import { events } from '../db/province/events.ts';
import { reminders, rounds } from '../db/province/rounds.ts';
import { submissions } from '../db/province/submissions.ts';
import { unitVersions } from '../db/province/units.ts';
import type { Reminder } from './reminders-due.ts';

const recordedOf = (db: ProvinceDb, roundId: string) =>
  db.read.select().from(reminders).where(eq(reminders.roundId, roundId));

/** Everything that a round's reminders follow from, to be read in one batch. */
export const reminderQueries = (db: ProvinceDb, roundId: string) =>
  [recordedOf(db, roundId), ...completenessQueries(db, roundId)] as const;

/** Where the communes of a round read mail today (YYYY-MM-DD), by their id; those that gave no address are left out. */
const contactsOf = (db: ProvinceDb, roundId: string, today: string) =>
  db.read
    .select({ communeId: unitVersions.unitId, address: unitVersions.contactEmail })
    .from(unitVersions)
    .innerJoin(submissions, and(eq(submissions.communeId, unitVersions.unitId), eq(submissions.roundId, roundId)))
    .where(
      and(
        isNotNull(unitVersions.contactEmail),
        lte(unitVersions.validFrom, today),
        or(isNull(unitVersions.validTo), gt(unitVersions.validTo, today)),
      ),
    );

/** A round's reminders with the addresses of its communes, in one round trip; null when the round is gone. */
export async function reminderState(db: ProvinceDb, roundId: string, today: string) {
  const [contacts, recorded, ...rest] = await db.read.batch([
    contactsOf(db, roundId, today),
    ...reminderQueries(db, roundId),
  ]);
  const found = completenessRows(rest);
  return found && { ...found, recorded, contacts: new Map(contacts.map((row) => [row.communeId, row.address!])) };
}

/** The event of a day's run: what says that a province's communes were reminded that day. */
const subjectOf = (day: string) => `reminders:${day}`;

/** The rounds to remind of on a day, in one round trip: those that are open, none once the day's run is done. */
export const roundsToRemindOf = (db: ProvinceDb, day: string) =>
  db.read
    .select({ id: rounds.id })
    .from(rounds)
    .where(
      and(
        isNotNull(rounds.openedAt),
        isNull(rounds.archivedAt),
        sql`NOT EXISTS (SELECT 1 FROM events WHERE subject = ${subjectOf(day)})`,
      ),
    );

export interface RoundReminder extends Reminder {
  roundId: string;
}

/**
 * Records the reminders of a day, each with its event, and that the day's run is done; aborts with the precondition `state` when
 * another run of the day was faster.
 */
export async function recordReminders(
  db: ProvinceDb,
  day: string,
  due: readonly RoundReminder[],
  by: Writing,
): Promise<void> {
  const first = expecting('state', sql`(SELECT count(*) = 0 FROM events WHERE subject = ${subjectOf(day)})`);
  const ofReminder = (after: RoundReminder) => {
    const { roundId, communeId, kind, dueAt } = after;
    return eventRow(db, by, 'reminder.due', `round:${roundId}/commune:${communeId}`, { kind, dueAt }, { after });
  };
  await db.write.batch([
    db.write.run(first),
    event(db, by, 'reminder.run', subjectOf(day), { due: due.length }, { after: { day } }),
    ...inChunks(due).map((chunk) => db.write.insert(reminders).values(chunk).onConflictDoNothing()),
    ...inChunks(due).map((chunk) => db.write.insert(events).values(chunk.map(ofReminder))),
  ]);
}

/** Notes that a commune's reminders of a round went out. */
export async function markMailed(
  db: ProvinceDb,
  { roundId, communeId }: Pick<RoundReminder, 'roundId' | 'communeId'>,
  kinds: readonly Reminder['kind'][],
  by: Writing,
): Promise<void> {
  await db.write.batch([
    event(
      db,
      by,
      'reminder.mail',
      `round:${roundId}/commune:${communeId}`,
      { kinds },
      { before: { mailedAt: null }, after: { mailedAt: by.now } },
    ),
    db.write
      .update(reminders)
      .set({ mailedAt: by.now })
      .where(
        and(
          eq(reminders.roundId, roundId),
          eq(reminders.communeId, communeId),
          inArray(reminders.kind, [...kinds]),
          isNull(reminders.mailedAt),
        ),
      ),
  ]);
}
