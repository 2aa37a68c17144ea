import type { ProvinceDb } from '../db/open.ts';
import { settings } from '../db/province/settings.ts';

export interface Settings {
  withheldQuestions: string[];
  answersKeptMonths: number | null;
  /** 0 before anything was set. */
  revision: number;
}

/** The read of a province's settings, to ride in a batch beside what they apply to. */
export const settingsRow = (db: ProvinceDb) => db.read.select().from(settings).limit(1);

/** The settings as they apply: nothing is withheld or deleted unless a province says so. */
export function settingsOf(rows: (typeof settings.$inferSelect)[]): Settings {
  const { withheldQuestions = [], answersKeptMonths = null, revision = 0 } = rows[0] ?? {};
  return { withheldQuestions, answersKeptMonths, revision };
}
