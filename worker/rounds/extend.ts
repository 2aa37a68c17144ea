import { endOfDay, isDay } from '../db/local-time.ts';
import type { submissions } from '../db/province/submissions.ts';
import { Problem } from '../http/problem.ts';
import { refusePurged } from '../retention/refuse-purged.ts';
import { submissionState } from '../submissions/state.ts';
import { refuseStep } from '../submissions/steps.ts';
import { roundState } from './state.ts';
import { decideAct } from './transitions.ts';
import type { RoundRow } from './wire.ts';

type File = typeof submissions.$inferSelect;

interface State {
  round: RoundRow | undefined;
  submission: Pick<File, 'extendedUntil' | 'submittedAt' | 'returnedAt' | 'verifiedAt'> | undefined;
}

/**
 * Why a commune cannot be given until `end`, or null when it can. An extension only ever gives more time than the round does,
 * because from then on it alone says when the commune's file closes (docs/adr/0014-schedules-and-extensions.md).
 */
export function refuseExtension(
  { closedAt, closesAt }: Pick<RoundRow, 'closedAt' | 'closesAt'>,
  end: string,
  now: string,
): Problem | null {
  const roundEnd = closedAt ?? closesAt;
  if (roundEnd === null) return new Problem('nothing_to_extend');
  return end > now && end > roundEnd ? null : new Problem('extension_not_later');
}

/** The first instant that is too late: after the whole of a day, or at the instant that was given. */
export const endOf = (until: string): string => (isDay(until) ? endOfDay(until) : until);

/**
 * Lets one commune go on until `until` (a day counts to its end), or takes that away with null; not once its file is verified.
 * Gives the new instant, or `unchanged`.
 */
export function extend(
  { round, submission }: State,
  until: string | null,
  now: string,
): { extendedUntil: string | null } | 'unchanged' | Problem {
  if (!round) return new Problem('round_unknown');
  const decision = decideAct(roundState(round, now), 'extend');
  const refused = decision instanceof Problem ? decision : refusePurged(round);
  if (refused) return refused;
  if (!submission) return new Problem('unit_unknown');
  const extendedUntil = until === null ? null : endOf(until);
  if (extendedUntil === submission.extendedUntil) return 'unchanged';
  const refusal = refuseStep(submissionState(submission), 'extend');
  if (refusal) return new Problem(refusal);
  if (extendedUntil === null) return { extendedUntil };
  return refuseExtension(round, extendedUntil, now) ?? { extendedUntil };
}
