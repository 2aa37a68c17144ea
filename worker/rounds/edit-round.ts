import type * as v from 'valibot';
import { Problem } from '../http/problem.ts';
import { type Referred, refuseEarlier, refuseForm } from './create-round.ts';
import { type Dates, datesOf, datesToCome, scheduleOf } from './schedule.ts';
import { type RoundState, roundState } from './state.ts';
import { decideAct } from './transitions.ts';
import { type RoundPatch, type RoundRow, roundToWire } from './wire.ts';

type Patch = v.InferOutput<typeof RoundPatch>;
type Setting = keyof Patch;

/** What an edit changes: the columns, and the settings by the names that people know, for the event. */
export interface RoundEdit {
  columns: Partial<RoundRow>;
  settings: Patch;
}

const DATES: Setting[] = ['deadline', 'lateSubmissions', 'closesAt'];

/** Settings that are a column of the same name and nothing else. */
const PLAIN: Setting[] = ['name', 'kind', 'formVersionId', 'previousRoundId', 'baselineRoundId'];

/** What can still be changed in each state; null for everything. What a round was opened with stays. */
const editable: Record<RoundState, Setting[] | null> = {
  draft: null,
  open: ['name', 'period', ...DATES],
  closed: ['name'],
  archived: [],
};

/** The dates of a round with some of its settings changed. An end that was computed moves with its deadline. */
export function changedDates(round: RoundRow, changed: Patch, now: string): Dates | Problem {
  const schedule = { ...scheduleOf(round), ...changed };
  if (round.openedAt === null) return 'opensAt' in changed ? datesToCome(schedule, now) : datesOf(schedule);
  // It has opened: when it was to open by itself no longer limits anything.
  const dates = datesOf({ ...schedule, opensAt: null });
  return dates instanceof Problem ? dates : { ...dates, opensAt: round.opensAt };
}

/** The settings that a patch gives another value; saying again what is so changes nothing. */
function changedSettings(round: RoundRow, patch: Patch, now: string): Patch {
  const current: Record<string, unknown> = roundToWire(round, now);
  const isNew = ([name, value]: [string, unknown]) =>
    value !== undefined && JSON.stringify(value) !== JSON.stringify(current[name]);
  return Object.fromEntries(Object.entries(patch).filter(isNew));
}

function endInThePast(round: RoundRow, { closesAt }: Dates, changed: Patch, now: string): Problem | null {
  if (round.openedAt === null || closesAt === null || closesAt > now) return null;
  const path = 'closesAt' in changed ? 'closesAt' : 'deadline' in changed ? 'deadline' : 'lateSubmissions';
  const detail = `the round would have closed at ${closesAt}; to close it now, close it`;
  return new Problem('invalid_request', [{ path, code: 'out_of_range', detail }]);
}

/**
 * Changes a round's settings: of a draft all, of an open round its name, period and dates, of a closed one its name. Gives null
 * when the patch says what is so already.
 */
export function editRound(
  { round, version, openedRounds }: Referred & { round: RoundRow },
  patch: Patch,
  now: string,
): RoundEdit | Problem | null {
  const state = roundState(round, now);
  const decision = decideAct(state, 'edit');
  if (decision instanceof Problem) return decision;

  const changed = changedSettings(round, patch, now);
  const names = Object.keys(changed) as Setting[];
  if (names.length === 0) return null;
  const allowed = editable[state];
  const fixed = names.filter((name) => allowed !== null && !allowed.includes(name));
  if (fixed.length > 0) {
    const detail = state === 'open' ? 'cannot change once the round is open' : 'cannot change once the round is closed';
    return new Problem(
      state === 'open' ? 'round_already_opened' : 'round_closed',
      fixed.map((path) => ({ path, code: 'fixed', detail })),
    );
  }

  const refusal = refuseEarlier(openedRounds, changed) ?? ('formVersionId' in changed ? refuseForm(version) : null);
  if (refusal) return refusal;
  const columns: Partial<RoundRow> = Object.fromEntries(
    Object.entries(changed).filter(([name]) => PLAIN.includes(name as Setting)),
  );
  if (changed.period !== undefined) {
    columns.periodFrom = changed.period?.from ?? null;
    columns.periodTo = changed.period?.to ?? null;
  }
  if ([...DATES, 'opensAt' as const].some((name) => name in changed)) {
    const dates = changedDates(round, changed, now);
    if (dates instanceof Problem) return dates;
    const past = endInThePast(round, dates, changed, now);
    if (past) return past;
    Object.assign(columns, dates);
  }
  // Whatever kept it from opening may be mended now; if not, it is said again.
  if (state === 'draft') columns.openingProblem = null;
  return { columns, settings: changed };
}
