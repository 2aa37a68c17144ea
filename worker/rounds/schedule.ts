import { addDays, endOfDay, startOfDay } from '../db/local-time.ts';
import type { rounds } from '../db/province/rounds.ts';
import { Problem } from '../http/problem.ts';

type Row = typeof rounds.$inferSelect;

/** A deadline in the plan's own words: `before` is "trước ngày", `through` is "đến hết", "chậm nhất" (docs/domain.md §5). */
export interface Deadline {
  day: string;
  bound: 'before' | 'through';
}

/** The days that a round's figures are about, first and last. */
export interface Period {
  from: string;
  to: string;
}

/** What a round's dates are set by; the instants follow from it. */
export interface Schedule {
  opensAt: string | null;
  deadline: Deadline | null;
  lateSubmissions: 'accept' | 'refuse';
  /** Only what was chosen: null where the end is the deadline itself. */
  closesAt: string | null;
}

export type Dates = Pick<
  Row,
  'opensAt' | 'deadlineDay' | 'deadlineBound' | 'dueAt' | 'lateSubmissions' | 'closesAt' | 'openingProblem'
>;

/** The first instant that is late, ISO 8601 UTC. */
export const dueInstant = ({ day, bound }: Deadline): string => (bound === 'before' ? startOfDay(day) : endOfDay(day));

/** The last day that still counts, YYYY-MM-DD. */
export const lastDayOf = ({ day, bound }: Deadline): string => (bound === 'before' ? addDays(day, -1) : day);

export const deadlineOf = ({ deadlineDay, deadlineBound }: Row): Deadline | null =>
  deadlineDay === null || deadlineBound === null ? null : { day: deadlineDay, bound: deadlineBound };

export const periodOf = ({ periodFrom, periodTo }: Pick<Row, 'periodFrom' | 'periodTo'>): Period | null =>
  periodFrom === null || periodTo === null ? null : { from: periodFrom, to: periodTo };

/** The schedule that a stored round was given. */
export function scheduleOf(row: Row): Schedule {
  const deadline = deadlineOf(row);
  const { opensAt, lateSubmissions } = row;
  // With what is late refused, the end was computed and not chosen: another deadline must move it.
  const closesAt = deadline !== null && lateSubmissions === 'refuse' ? null : row.closesAt;
  return { opensAt, deadline, lateSubmissions, closesAt };
}

const outOfRange = (path: string, detail: string) =>
  new Problem('invalid_request', [{ path, code: 'out_of_range', detail }]);

/**
 * The instants that follow from a schedule, or `invalid_request` where its parts contradict each other: the end lies before the
 * deadline, or the opening after the end.
 */
export function datesOf({ opensAt, deadline, lateSubmissions, closesAt: chosen }: Schedule): Dates | Problem {
  const dueAt = deadline && dueInstant(deadline);
  const closesAt = dueAt !== null && lateSubmissions === 'refuse' ? dueAt : chosen;
  if (chosen !== null && chosen !== closesAt) {
    return outOfRange('closesAt', `is ${closesAt}, the deadline, when late submissions are refused`);
  }
  if (dueAt !== null && closesAt !== null && closesAt < dueAt) {
    return outOfRange('closesAt', `must not be before the deadline, ${dueAt}`);
  }
  const end = dueAt ?? closesAt;
  if (opensAt !== null && end !== null && opensAt >= end) return outOfRange('opensAt', `must be before ${end}`);
  return {
    opensAt,
    deadlineDay: deadline?.day ?? null,
    deadlineBound: deadline?.bound ?? null,
    dueAt,
    lateSubmissions,
    closesAt,
    openingProblem: null,
  };
}

/** As `datesOf`, for a round that is still to open: it cannot open by itself in the past. */
export function datesToCome(schedule: Schedule, now: string): Dates | Problem {
  if (schedule.opensAt !== null && schedule.opensAt <= now) return outOfRange('opensAt', `must be after ${now}`);
  return datesOf(schedule);
}
