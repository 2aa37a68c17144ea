import { addDays, isDay, startOfDay } from '../db/local-time.ts';
import type { submissions } from '../db/province/submissions.ts';
import { Problem } from '../http/problem.ts';
import { roundState } from './state.ts';
import { decideAct } from './transitions.ts';
import type { RoundRow } from './wire.ts';

interface State {
  round: RoundRow | undefined;
  submission: Pick<typeof submissions.$inferSelect, 'extendedUntil'> | undefined;
}

/** The first instant that is too late: after the whole of a day, or at the instant that was given. */
export const endOf = (until: string): string => (isDay(until) ? startOfDay(addDays(until, 1)) : until);

/**
 * Lets one commune go on until `until` (a day counts to its end), or takes that away with null. It only ever gives more time than
 * the round does, because from then on it alone says when the commune's file closes. Gives the new instant, or `unchanged`.
 */
export function extend(
  { round, submission }: State,
  until: string | null,
  now: string,
): { extendedUntil: string | null } | 'unchanged' | Problem {
  if (!round) return new Problem('round_unknown');
  const decision = decideAct(roundState(round, now), 'extend');
  if (decision instanceof Problem) return decision;
  if (!submission) return new Problem('unit_unknown');
  const extendedUntil = until === null ? null : endOf(until);
  if (extendedUntil === submission.extendedUntil) return 'unchanged';
  if (extendedUntil === null) return { extendedUntil };
  const end = round.closedAt ?? round.closesAt;
  if (end === null) return new Problem('nothing_to_extend');
  return extendedUntil > now && extendedUntil > end ? { extendedUntil } : new Problem('extension_not_later');
}
