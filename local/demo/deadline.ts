import { addDays, startOfDay } from '../../worker/db/local-time.ts';
import type { DemoDeadline } from './province.ts';

/** Whoever tries the demo out is not to be overtaken by a deadline, in days. */
const AT_LEAST_AHEAD = 14;
/** For how long files are taken after the deadline, or after today where it has passed; and with an extension. */
const STILL_TAKEN = 30;
const EXTENDED = 45;

/** The dates of a round as the API takes them. */
export interface RoundDates {
  deadline: { day: string; bound: 'before' | 'through' };
  lateSubmissions: 'accept';
  /** The first instant that is too late. */
  closesAt: string;
  /** The last day of an extension. */
  extendedTo: string;
}

/** A plan's deadline as of today, YYYY-MM-DD: of a day of every year the next one that is not near. */
export function roundDates({ day, bound }: DemoDeadline, today: string): RoundDates {
  const near = addDays(today, AT_LEAST_AHEAD);
  const year = Number(near.slice(0, 4));
  const dueDay =
    day.length > 'MM-DD'.length
      ? day
      : [year, year + 1].map((each) => `${each}-${day}`).find((candidate) => candidate >= near)!;
  const from = dueDay > today ? dueDay : today;
  return {
    deadline: { day: dueDay, bound },
    lateSubmissions: 'accept',
    closesAt: startOfDay(addDays(from, STILL_TAKEN)),
    extendedTo: addDays(from, EXTENDED),
  };
}
