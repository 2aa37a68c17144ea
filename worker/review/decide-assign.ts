import { Problem } from '../http/problem.ts';
import { type ReviewState, refuseReview } from './review-state.ts';

export interface AssignCommand {
  revision: number;
  /** Null takes the assignment back. */
  userId: string | null;
  /** Whether that person reviews for this province. */
  isReviewer: boolean;
}

export interface Assignment {
  assignedTo: string | null;
  before: string | null;
}

/** Who is to review the file; null when it is assigned so already. */
export function decideAssign(
  state: ReviewState,
  { revision, userId, isReviewer }: AssignCommand,
): Assignment | null | Problem {
  const refusal = refuseReview(state, 'assign', revision);
  if (refusal) return refusal;
  if (userId !== null && !isReviewer) return new Problem('reviewer_unknown');
  const { assignedTo } = state.submission;
  return assignedTo === userId ? null : { assignedTo: userId, before: assignedTo };
}
