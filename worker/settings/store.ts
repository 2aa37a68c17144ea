import { asc, isNotNull, sql } from 'drizzle-orm';
import { event, type Writing } from '../audit/event.ts';
import type { ProvinceDb } from '../db/open.ts';
import { expecting } from '../db/precondition.ts';
import { formVersions } from '../db/province/forms.ts';
import { settings } from '../db/province/settings.ts';

export interface Settings {
  withheldQuestions: string[];
  answersKeptMonths: number | null;
  /** When `answersKeptMonths` was last changed; null before it was. */
  answersKeptSince: string | null;
  /** 0 before anything was set. */
  revision: number;
}

/** The read of a province's settings, to ride in a batch beside what they apply to. */
export const settingsRow = (db: ProvinceDb) => db.read.select().from(settings).limit(1);

/** The settings as they apply: nothing is withheld or deleted unless a province says so. */
export function settingsOf(rows: (typeof settings.$inferSelect)[]): Settings {
  const { withheldQuestions = [], answersKeptMonths = null, answersKeptSince = null, revision = 0 } = rows[0] ?? {};
  return { withheldQuestions, answersKeptMonths, answersKeptSince, revision };
}

/** The documents of all published versions, earliest first. */
export const publishedForms = (db: ProvinceDb) =>
  db.read
    .select({ document: formVersions.document })
    .from(formVersions)
    .where(isNotNull(formVersions.publishedAt))
    .orderBy(asc(formVersions.publishedAt));

/** What of the settings somebody decided, as an event hashes it. */
const decided = ({ withheldQuestions, answersKeptMonths }: Settings) => ({ withheldQuestions, answersKeptMonths });

/** Aborts with the precondition `revision` when somebody else set them meanwhile. */
export async function writeSettings(db: ProvinceDb, before: Settings, after: Settings, by: Writing): Promise<void> {
  const row = { id: 1, ...after, updatedAt: by.now };
  const asRead = sql`coalesce((SELECT revision FROM settings), 0) = ${before.revision}`;
  await db.write.batch([
    db.write.run(expecting('revision', asRead)),
    db.write.insert(settings).values(row).onConflictDoUpdate({ target: settings.id, set: row }),
    event(db, by, 'setting.write', 'settings', decided(after), { before: decided(before), after: decided(after) }),
  ]);
}
