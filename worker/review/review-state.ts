import type { FormDefinition } from '../../forms/index.ts';
import type { rounds, roundUnits } from '../db/province/rounds.ts';
import type { submissions } from '../db/province/submissions.ts';
import { Problem } from '../http/problem.ts';
import { submissionState } from '../submissions/state.ts';
import { type FileAct, refuseStep } from '../submissions/steps.ts';
import type { EarlierDuties } from './separation-of-duties.ts';

/** What a reviewer's act on a commune's file depends on. */
export interface ReviewState extends EarlierDuties {
  round: Pick<typeof rounds.$inferSelect, 'openedAt' | 'closesAt' | 'closedAt' | 'archivedAt'>;
  submission: Pick<
    typeof submissions.$inferSelect,
    'revision' | 'inputsVersion' | 'submittedAt' | 'returnedAt' | 'verifiedAt' | 'extendedUntil' | 'assignedTo'
  >;
  version: { document: FormDefinition };
  units: Pick<typeof roundUnits.$inferSelect, 'unitId' | 'level'>[];
  /** Whether recognition rests on this round's results of the commune (recognition/rests-on.ts). */
  inRecognition: boolean;
}

/** Why no reviewer may do this to the file now, or null; first of all whether the reviewer has seen its last step. */
export function refuseReview({ round, submission }: ReviewState, act: FileAct, revision: number): Problem | null {
  const state = submissionState(submission);
  if (revision !== submission.revision) {
    return new Problem('revision_mismatch', [], { current: { revision: submission.revision, state } });
  }
  const refusal = round.archivedAt !== null ? 'state_not_allowed' : refuseStep(state, act);
  return refusal === null ? null : new Problem(refusal);
}
