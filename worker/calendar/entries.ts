import type { CalendarEntry } from '../../forms/index.ts';
import { addDays, isDay, localDay, startOfDay } from '../db/local-time.ts';
import { type Deadline, deadlineOf, lastDayOf } from '../rounds/schedule.ts';
import type { RoundRow } from '../rounds/wire.ts';

/** One line of a province's calendar. */
export interface Entry {
  /** The same from reading to reading, however often its date moves. */
  id: string;
  kind: 'opening' | 'deadline' | 'closing' | 'plan';
  /** Of `plan` what is to be done; of the others the round's name. */
  title: { vi: string; en: string };
  roundId: string | null;
  /** The day, of a deadline the last that counts; null for what comes again and again on no stated day. */
  day: string | null;
  /** The instant, where it is not the midnight that begins or ends the day. */
  at: string | null;
  /** A deadline as the plan words it. */
  deadline: Deadline | null;
  /** Whether what comes after the deadline is still taken; null for what is no round's deadline. */
  lateSubmissions: 'accept' | 'refuse' | null;
  /** Of a plan what it names: its clause and who has to do it. */
  clause: string | null;
  audience: CalendarEntry['audience'] | null;
  repeats: 'week' | 'month' | 'quarter' | 'year' | null;
  /** Of a round that is still a draft: it may change or never come. */
  tentative: boolean;
  /** Rises with every change. */
  sequence: number;
  createdAt: string;
}

/** A round with what its form says of dates. */
export interface RoundWithPlan {
  round: RoundRow;
  form: { key: string; number: number; createdAt: string };
  plan: CalendarEntry[];
}

const nothing = {
  at: null,
  deadline: null,
  lateSubmissions: null,
  clause: null,
  audience: null,
  repeats: null,
} satisfies Partial<Entry>;

const isMidnight = (instant: string) => startOfDay(localDay(instant)) === instant;

/** Cron runs once a minute: a round that opened by itself opened at the time that was announced. */
const openingOf = ({ opensAt, openedAt }: RoundRow) =>
  opensAt !== null && (openedAt === null || openedAt >= opensAt) ? opensAt : openedAt;

function ofRound({ round }: RoundWithPlan): Entry[] {
  const common = {
    ...nothing,
    roundId: round.id,
    title: { vi: round.name, en: round.name },
    tentative: round.openedAt === null,
    sequence: round.revision - 1,
    createdAt: round.createdAt,
  };
  const entries: Entry[] = [];
  const add = (kind: Entry['kind'], parts: Pick<Entry, 'day'> & Partial<Entry>) =>
    entries.push({ ...common, id: `round-${round.id}-${kind}`, kind, ...parts });

  const opening = openingOf(round);
  if (opening !== null) add('opening', { day: localDay(opening), at: isMidnight(opening) ? null : opening });

  const deadline = deadlineOf(round);
  const { lateSubmissions } = round;
  if (deadline !== null) add('deadline', { day: lastDayOf(deadline), deadline, lateSubmissions });

  const end = round.closedAt ?? round.closesAt;
  if (end !== null && end !== round.dueAt) {
    const midnight = isMidnight(end);
    add('closing', { day: midnight ? addDays(localDay(end), -1) : localDay(end), at: midnight ? null : end });
  }
  return entries;
}

/** `MM-DD` in a year; of a day that the year does not have the last of its month. */
function dayIn(year: number, monthDay: string): string {
  const day = `${year}-${monthDay}`;
  return isDay(day) ? day : addDays(`${year}-${String(Number(monthDay.slice(0, 2)) + 1).padStart(2, '0')}-01`, -1);
}

/** What a plan wants by when: of what comes every year last year's, this year's and next year's day. */
function ofPlan({ form, plan }: RoundWithPlan, today: string): Entry[] {
  const year = Number(today.slice(0, 4));
  return plan.flatMap((entry) => {
    const bound = entry.inclusive ? ('through' as const) : ('before' as const);
    const repeats = entry.kind === 'every' ? entry.period : null;
    const title = { vi: entry.title.vi ?? entry.id, en: entry.title.en ?? entry.title.vi ?? entry.id };
    const on = (id: string, stated: string | null): Entry => {
      const deadline = stated === null ? null : { day: stated, bound };
      return {
        ...nothing,
        id: `plan-${form.key}-${id}`,
        kind: 'plan',
        title,
        roundId: null,
        day: deadline && lastDayOf(deadline),
        deadline,
        clause: entry.clause,
        audience: entry.audience ?? null,
        repeats,
        tentative: false,
        sequence: form.number - 1,
        createdAt: form.createdAt,
      };
    };
    if (entry.kind === 'due') return [on(entry.id, entry.due)];
    const { due } = entry;
    if (entry.period !== 'year' || due === undefined) return [on(entry.id, null)];
    return [year - 1, year, year + 1].map((each) => on(`${entry.id}-${each}`, dayIn(each, due)));
  });
}

/**
 * A province's calendar on a day (YYYY-MM-DD), in order; what has no day comes last. `rounds` are newest first: of each form the
 * newest round's version says what the plan wants.
 */
export function calendarEntries(rounds: RoundWithPlan[], today: string): Entry[] {
  const newest = new Map([...rounds].reverse().map((round) => [round.form.key, round]));
  const entries = [...rounds.flatMap(ofRound), ...[...newest.values()].flatMap((round) => ofPlan(round, today))];
  const place = ({ day, at, id }: Entry) => `${day ?? '9999'} ${at ?? ''} ${id}`;
  return entries.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}
