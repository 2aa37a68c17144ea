import type { ProblemCode } from '../http/problems.ts';
import type { SubmissionState } from './state.ts';

/** What can be done to a commune's file. The first three come by a link, the others by the province's staff. */
export const fileActs = ['save', 'submit', 'withdraw', 'return', 'verify', 'assign', 'extend'] as const;
export type FileAct = (typeof fileActs)[number];

const refusals: Record<SubmissionState, Partial<Record<FileAct, ProblemCode>>> = {
  collecting: { withdraw: 'state_not_allowed', return: 'state_not_allowed', verify: 'state_not_allowed' },
  submitted: { save: 'already_submitted', submit: 'already_submitted' },
  returned: { withdraw: 'state_not_allowed', return: 'state_not_allowed', verify: 'state_not_allowed' },
  verified: {
    save: 'already_submitted',
    submit: 'already_submitted',
    withdraw: 'state_not_allowed',
    verify: 'state_not_allowed',
    assign: 'state_not_allowed',
    extend: 'state_not_allowed',
  },
};

/**
 * Why an act is refused in a state of the file, or null where the state allows it; a verified file can only be returned, as
 * long as no recognition rests on it (review/decide-return.ts). Whether the round is open for the commune is another question, which
 * every act by a link asks too (`refuseByLink`).
 */
export const refuseStep = (state: SubmissionState, act: FileAct): ProblemCode | null => refusals[state][act] ?? null;
