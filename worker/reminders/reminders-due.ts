import type { reminders, rounds } from '../db/province/rounds.ts';
import type { submissions } from '../db/province/submissions.ts';
import { isOpenFor } from '../rounds/state.ts';

type Round = typeof rounds.$inferSelect;
export type ReminderKind = (typeof reminders.$inferSelect)['kind'];
export type ReminderRound = Pick<Round, 'openedAt' | 'closedAt' | 'archivedAt' | 'dueAt' | 'closesAt'>;

/** How far a commune has come, and what it was reminded of already. */
export interface ReminderFile extends Pick<typeof submissions.$inferSelect, 'submittedAt' | 'extendedUntil'> {
  communeId: string;
  /** Whether anything was saved, in the commune's own part or in a village. */
  begun: boolean;
  questions: { asked: number; answered: number };
  recorded: ReadonlySet<ReminderKind>;
}

export interface Reminder {
  communeId: string;
  kind: ReminderKind;
  /** From when on it held. */
  dueAt: string;
}

const DAY = 24 * 60 * 60 * 1000;
const BEFORE_DEADLINE = 14;
const LAST_WEEK = 7;
/** Without a deadline, who has not begun is reminded after a week. */
const AFTER_OPENING = 7;

const daysFrom = (instant: string, days: number) => new Date(Date.parse(instant) + days * DAY).toISOString();
const later = (a: string, b: string) => (a > b ? a : b);

/** The first instant that is late for a commune: the round's deadline, or its end where the plan names none, or its own extension. */
export function deadlineOf(round: ReminderRound, { extendedUntil }: Pick<ReminderFile, 'extendedUntil'>) {
  const deadline = round.dueAt ?? round.closesAt;
  return deadline !== null && extendedUntil !== null ? later(deadline, extendedUntil) : (deadline ?? extendedUntil);
}

/**
 * What a commune can be reminded of now, least urgent first. Nobody is reminded of what cannot be done any more: once the round
 * is closed for a commune, it is the province's list (completeness, queue) that says who is missing.
 */
export function remindersOf(round: ReminderRound, file: ReminderFile, now: string): Reminder[] {
  const { openedAt } = round;
  if (openedAt === null || file.submittedAt !== null || !isOpenFor(round, file, now)) return [];
  const deadline = deadlineOf(round, file);
  const { asked, answered } = file.questions;
  const reminder = (kind: ReminderKind, from: string) =>
    later(openedAt, from) <= now ? [{ communeId: file.communeId, kind, dueAt: later(openedAt, from) }] : [];

  if (deadline === null) return file.begun ? [] : reminder('not_begun', daysFrom(openedAt, AFTER_OPENING));
  if (deadline <= now) return reminder('overdue', deadline);
  const fortnight = daysFrom(deadline, -BEFORE_DEADLINE);
  return [
    ...(file.begun ? [] : reminder('not_begun', fortnight)),
    ...(file.begun && 2 * answered < asked ? reminder('half_done', fortnight) : []),
    ...reminder('last_week', daysFrom(deadline, -LAST_WEEK)),
  ];
}

/** The reminders of a round that fell due and are not recorded yet: one of each kind for a commune, however long it holds. */
export const remindersDue = (round: ReminderRound, files: readonly ReminderFile[], now: string): Reminder[] =>
  files.flatMap((file) => remindersOf(round, file, now).filter(({ kind }) => !file.recorded.has(kind)));
