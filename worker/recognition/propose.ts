import type { Writing } from '../audit/event.ts';
import { newId } from '../db/id.ts';
import { Problem } from '../http/problem.ts';
import { type Basis, type SoundBasis, soundBasis } from './basis.ts';
import { type Decision, type FileRow, refuseDate, type StepRow, submittedDay } from './take-step.ts';

export interface ProposalState {
  roundExists: boolean;
  /** Undefined when the unit is no commune of the round. */
  basis: Basis | undefined;
  /** Whether the commune stands on the day of the proposal. */
  stands: boolean;
  /** Whether it has a file that has not ended. */
  hasLivingFile: boolean;
}

export interface Proposal {
  file: FileRow;
  row: StepRow;
  basis: SoundBasis;
}

/** Begins a commune's file, from a round in which it is verified and ready. Whoever verified it may propose it. */
export function propose(
  state: ProposalState,
  { unitId, decision }: { unitId: string; decision: Decision },
  by: Writing,
): Proposal | Problem {
  if (!state.roundExists) return new Problem('round_unknown');
  if (!state.basis) return new Problem('unit_unknown');
  if (state.hasLivingFile) return new Problem('recognition_exists');
  const basis = soundBasis(state.basis);
  if (basis instanceof Problem) return basis;
  const wrongDate = refuseDate(decision.decisionDate, [submittedDay(basis)], by.now);
  if (wrongDate) return wrongDate;
  if (!state.stands) return new Problem('unit_ended');

  const file = { id: newId(), unitId, roundId: basis.roundId, revision: 1, createdAt: by.now };
  const row: StepRow = {
    ...decision,
    id: newId(),
    fileId: file.id,
    step: 'proposed',
    roundId: null,
    answersHash: basis.scorecard.answersHash,
    at: by.now,
    actorId: by.actor.id,
  };
  return { file, row, basis };
}
