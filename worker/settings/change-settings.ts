import type { Writing } from '../audit/event.ts';
import type { ProvinceDb } from '../db/open.ts';
import { accept, Problem } from '../http/problem.ts';
import { editing, refusing } from '../http/refusing.ts';
import { decideSettings, type SettingsCommand } from './decide-settings.ts';
import { type KnownQuestion, knownQuestions } from './known-questions.ts';
import { publishedForms, type Settings, settingsOf, settingsRow, writeSettings } from './store.ts';

/** The settings as they stand, and the questions that they can speak of. */
export async function readSettings(db: ProvinceDb): Promise<{ settings: Settings; known: KnownQuestion[] }> {
  const [rows, published] = await db.read.batch([settingsRow(db), publishedForms(db)]);
  return { settings: settingsOf(rows), known: knownQuestions(published.map(({ document }) => document)) };
}

/** Sets them over the revision that was seen. */
export async function changeSettings(db: ProvinceDb, over: number, command: SettingsCommand, by: Writing) {
  const { settings, known } = await readSettings(db);
  if (settings.revision !== over) throw new Problem('revision_mismatch');
  const after = accept(decideSettings(settings, command, known, by.now));
  await refusing(writeSettings(db, settings, after, by), editing);
  return { settings: after, known };
}
