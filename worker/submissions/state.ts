import type { submissions } from '../db/province/submissions.ts';

type Times = Pick<typeof submissions.$inferSelect, 'submittedAt' | 'returnedAt' | 'verifiedAt'>;

export const submissionStates = ['collecting', 'submitted', 'returned', 'verified'] as const;
export type SubmissionState = (typeof submissionStates)[number];

/** The state of a commune's file follows from its timestamps (docs/domain.md §5). Answers count while it is submitted or verified. */
export function submissionState({ submittedAt, returnedAt, verifiedAt }: Times): SubmissionState {
  if (verifiedAt !== null) return 'verified';
  if (submittedAt !== null) return 'submitted';
  return returnedAt !== null ? 'returned' : 'collecting';
}
