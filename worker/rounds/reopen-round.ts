import type * as v from 'valibot';
import { Problem } from '../http/problem.ts';
import { refusePurged } from '../retention/refuse-purged.ts';
import { changedDates } from './edit-round.ts';
import { roundState } from './state.ts';
import { decideAct } from './transitions.ts';
import type { Reopening, RoundRow } from './wire.ts';

/**
 * Opens a closed round again, with other dates where they are given. An end that has passed must be set anew: nothing becomes open
 * without end because somebody forgot to say until when. Gives null for a round that is open.
 */
export function reopenRound(
  round: RoundRow,
  { reason: _, ...dates }: v.InferOutput<typeof Reopening>,
  now: string,
): Partial<RoundRow> | Problem | null {
  const decision = decideAct(roundState(round, now), 'reopen');
  if (decision instanceof Problem) return decision;
  if (decision === 'nothing') return null;
  const purged = refusePurged(round);
  if (purged) return purged;
  const given = Object.fromEntries(Object.entries(dates).filter(([, value]) => value !== undefined));
  const columns = changedDates(round, given, now);
  if (columns instanceof Problem) return columns;
  if (columns.closesAt !== null && columns.closesAt <= now) return new Problem('schedule_passed');
  return { ...columns, closedAt: null };
}
