import * as v from 'valibot';
import { Timestamp } from '../http/wire.ts';
import { UnitWire, unitToWire } from '../rounds/unit-wire.ts';
import { submissionStates } from '../submissions/state.ts';
import type { RemindedCommune, ReminderRow } from './reminder-files.ts';
import type { Reminder } from './reminders-due.ts';

export const ReminderList = v.object({
  items: v.array(
    v.object({
      unit: UnitWire,
      state: v.pipe(v.picklist(submissionStates), v.description("Of the commune's file now")),
      kind: v.pipe(
        v.picklist(['not_begun', 'half_done', 'last_week', 'overdue']),
        v.description(
          'Nothing saved 14 days before the deadline; less than half answered then; not handed in within the last week; not handed in though late',
        ),
      ),
      dueAt: v.pipe(Timestamp, v.description('From when on it held')),
      recorded: v.pipe(
        v.boolean(),
        v.description(
          'False for what fell due since the last daily run; the event `reminder.due` comes with recording',
        ),
      ),
      mailedAt: v.pipe(v.nullable(Timestamp), v.description('Null where no mail is configured or no address is known')),
    }),
  ),
});

/** A round's reminders, recorded or due, in the order of the round. */
export function remindersToWire(
  files: readonly RemindedCommune[],
  recorded: readonly ReminderRow[],
  due: readonly Reminder[],
): v.InferInput<typeof ReminderList> {
  const all = [
    ...recorded.map((reminder) => ({ ...reminder, recorded: true })),
    ...due.map((reminder) => ({ ...reminder, recorded: false, mailedAt: null })),
  ];
  const byCommune = Map.groupBy(all, ({ communeId }) => communeId);
  return {
    items: files.flatMap(({ unit, state, communeId }) =>
      (byCommune.get(communeId) ?? []).map(({ kind, dueAt, recorded, mailedAt }) => ({
        unit: unitToWire(unit),
        ...{ state, kind, dueAt, recorded, mailedAt },
      })),
    ),
  };
}
