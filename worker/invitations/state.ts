import type { invitations } from '../db/control.ts';
import { Problem } from '../http/problem.ts';
import type { ProblemCode } from '../http/problems.ts';

export type InvitationRow = typeof invitations.$inferSelect;
export type InvitationState = 'waiting' | 'accepted' | 'revoked' | 'expired';

const DAY = 24 * 60 * 60 * 1000;

/** For how long a link opens, in days: a reset is asked for by somebody who waits for it. */
const LASTS: Record<InvitationRow['purpose'], number> = { invitation: 7, setup: 7, reset: 1 };

export const endOf = (purpose: InvitationRow['purpose'], now: string): string =>
  new Date(Date.parse(now) + LASTS[purpose] * DAY).toISOString();

type Dates = Pick<InvitationRow, 'acceptedAt' | 'revokedAt' | 'expiresAt'>;

/** What was done with a link counts before what time did. */
export function invitationState({ acceptedAt, revokedAt, expiresAt }: Dates, now: string): InvitationState {
  if (acceptedAt !== null) return 'accepted';
  if (revokedAt !== null) return 'revoked';
  return expiresAt <= now ? 'expired' : 'waiting';
}

const refusals: Record<Exclude<InvitationState, 'waiting'>, ProblemCode> = {
  accepted: 'invitation_used',
  revoked: 'invitation_revoked',
  expired: 'invitation_expired',
};

/** A link that still opens, or why it does not. */
export function stillWaiting<T extends Dates>(row: T | undefined, now: string): T | Problem {
  if (!row) return new Problem('invitation_unknown');
  const state = invitationState(row, now);
  return state === 'waiting' ? row : new Problem(refusals[state]);
}
