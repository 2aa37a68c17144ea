import * as v from 'valibot';
import type { rounds } from '../db/province/rounds.ts';
import { withoutIdentity, withoutPersonalData } from '../http/free-text.ts';
import { Day, Id, Instant, Line, Timestamp } from '../http/wire.ts';
import { deadlineOf, periodOf } from './schedule.ts';
import { roundState, roundStates } from './state.ts';

const Kind = v.picklist(['annual', 'half-year', 'monthly', 'baseline']);
const LateSubmissions = v.picklist(['accept', 'refuse']);

export const PeriodWire = v.pipe(
  v.strictObject({ from: Day, to: Day }),
  v.check(({ from, to }) => from <= to, 'The last day lies before the first'),
  v.description('The days that the figures are about, first and last'),
);

export const DeadlineWire = v.strictObject({
  day: Day,
  bound: v.pipe(
    v.picklist(['before', 'through']),
    v.description(
      '`before`: due when the day begins ("trước ngày"); `through`: due when it ends ("đến hết", "chậm nhất")',
    ),
  ),
});

/** What a round's dates are set by; also what reopening takes. */
const dates = {
  deadline: v.pipe(
    v.nullable(DeadlineWire),
    v.description('In the words of the plan; its day is one of Asia/Ho_Chi_Minh, and `dueAt` follows from it'),
  ),
  lateSubmissions: v.pipe(
    LateSubmissions,
    v.description('With `refuse` the round closes at the deadline; with `accept` what comes after it is marked late'),
  ),
  closesAt: v.pipe(
    v.nullable(Instant),
    v.description('The first instant that is too late; left out where late submissions are refused'),
  ),
};

const settings = {
  name: v.pipe(Line(200), withoutIdentity),
  kind: Kind,
  formVersionId: Id,
  previousRoundId: v.pipe(
    v.nullable(Id),
    v.description('The round that `previous()` reads and whose answers stand beside the questions'),
  ),
  baselineRoundId: v.pipe(v.nullable(Id), v.description('The round that `baseline()` reads')),
  period: v.nullable(PeriodWire),
  opensAt: v.pipe(v.nullable(Instant), v.description('When it opens by itself; null when somebody opens it')),
  ...dates,
};

export const NewRound = v.strictObject({
  ...settings,
  previousRoundId: v.optional(settings.previousRoundId, null),
  baselineRoundId: v.optional(settings.baselineRoundId, null),
  period: v.optional(settings.period, null),
  opensAt: v.optional(settings.opensAt, null),
  deadline: v.optional(settings.deadline, null),
  lateSubmissions: v.optional(settings.lateSubmissions, 'refuse'),
  closesAt: v.optional(settings.closesAt, null),
});

export const RoundPatch = v.partial(v.strictObject(settings));

/** Why something out of the ordinary is done; kept with the event. */
export const Reason = v.pipe(Line(500), withoutPersonalData, v.description('Kept with the event'));

export const Reopening = v.strictObject({ ...v.partial(v.object(dates)).entries, reason: Reason });

export const RoundWire = v.object({
  id: Id,
  name: v.string(),
  kind: Kind,
  formVersionId: Id,
  previousRoundId: v.nullable(Id),
  baselineRoundId: v.nullable(Id),
  state: v.picklist(roundStates),
  period: v.nullable(v.object({ from: Day, to: Day })),
  opensAt: v.nullable(Timestamp),
  deadline: v.nullable(DeadlineWire),
  dueAt: v.pipe(v.nullable(Timestamp), v.description('The first instant that is late, from the deadline')),
  lateSubmissions: LateSubmissions,
  closesAt: v.nullable(Timestamp),
  openedAt: v.nullable(Timestamp),
  closedAt: v.nullable(Timestamp),
  archivedAt: v.nullable(Timestamp),
  purgedAt: v.pipe(v.nullable(Timestamp), v.description('Since when its answers are deleted; its scores stay')),
  openingProblem: v.pipe(
    v.nullable(v.string()),
    v.description('Why it could not open by itself: the code of a problem. It tries again every minute'),
  ),
  revision: v.pipe(v.number(), v.description('What `If-Match` names, in quotes')),
  createdAt: Timestamp,
});

export const RoundList = v.object({ items: v.array(RoundWire) });
export const RoundPath = v.object({ code: v.string(), roundId: Id });

export type RoundRow = typeof rounds.$inferSelect;

/** A round as it is at the moment `now`. */
export function roundToWire(row: RoundRow, now: string): v.InferInput<typeof RoundWire> {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    formVersionId: row.formVersionId,
    previousRoundId: row.previousRoundId,
    baselineRoundId: row.baselineRoundId,
    state: roundState(row, now),
    period: periodOf(row),
    opensAt: row.opensAt,
    deadline: deadlineOf(row),
    dueAt: row.dueAt,
    lateSubmissions: row.lateSubmissions,
    closesAt: row.closesAt,
    openedAt: row.openedAt,
    closedAt: row.closedAt,
    archivedAt: row.archivedAt,
    purgedAt: row.purgedAt,
    openingProblem: row.openingProblem,
    revision: row.revision,
    createdAt: row.createdAt,
  };
}
