import { Problem } from '../http/problem.ts';
import { type ReviewState, refuseReview } from './review-state.ts';
import { mayVerify } from './separation-of-duties.ts';

/** The file is right as it was handed in. */
export function decideVerify(
  state: ReviewState,
  { revision, userId }: { revision: number; userId: string },
): { verifiedBy: string } | Problem {
  const refusal = refuseReview(state, 'verify', revision);
  if (refusal) return refusal;
  return mayVerify(userId, state) ? { verifiedBy: userId } : new Problem('separation_of_duties');
}
