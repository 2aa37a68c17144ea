import type { FormDefinition } from '../../forms/index.ts';
import { type CommuneProgress, completenessOf } from '../completeness/completeness.ts';
import type { CompletenessRows } from '../completeness/store.ts';
import type { reminders } from '../db/province/rounds.ts';
import type { ReminderFile } from './reminders-due.ts';

export type ReminderRow = typeof reminders.$inferSelect;

interface State {
  version: { document: FormDefinition };
  rows: CompletenessRows;
  recorded: readonly ReminderRow[];
}

export interface RemindedCommune extends ReminderFile {
  unit: CommuneProgress['unit'];
  state: CommuneProgress['state'];
}

/** The communes of a round as reminders see them. */
export function reminderFiles({ version, rows, recorded }: State, now: string): RemindedCommune[] {
  const recordedOf = Map.groupBy(recorded, ({ communeId }) => communeId);
  return completenessOf(version.document, rows, now).communes.map(({ unit, submission, state, units, questions }) => ({
    unit,
    state,
    communeId: submission.communeId,
    submittedAt: submission.submittedAt,
    extendedUntil: submission.extendedUntil,
    begun: units.some(({ begun }) => begun),
    questions,
    recorded: new Set((recordedOf.get(submission.communeId) ?? []).map(({ kind }) => kind)),
  }));
}
