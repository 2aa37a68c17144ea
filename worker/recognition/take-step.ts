import type { Writing } from '../audit/event.ts';
import { newId } from '../db/id.ts';
import { localDay } from '../db/local-time.ts';
import type { recognitionFiles, recognitionSteps } from '../db/province/recognition.ts';
import { Problem } from '../http/problem.ts';
import { type Basis, type SoundBasis, soundBasis } from './basis.ts';
import { type RecognitionStep, recognitionState, stateAfter } from './state.ts';

export type FileRow = typeof recognitionFiles.$inferSelect;
export type StepRow = typeof recognitionSteps.$inferSelect;

/** The paper behind a step. */
export interface Decision {
  decisionNumber: string;
  /** YYYY-MM-DD. */
  decisionDate: string;
  office: string;
  note: string | null;
}

/** A file as the next step finds it. */
export interface FileState {
  file: FileRow;
  /** In their order. */
  steps: StepRow[];
  /** What the round that the file rests on says of the commune now. */
  basis: Basis;
  /** Whether the commune stands on the day of the decision that is being recorded. */
  stands: boolean;
}

/** What every step after the first is told. */
export interface StepCommand {
  /** The revision of the file that the caller has seen. */
  revision: number;
  decision: Decision;
}

interface Taking extends StepCommand {
  step: RecognitionStep;
  /** Accounts that may not do this, having done what it judges. */
  barred: (string | null | undefined)[];
  /** What the step rests on, which must carry it; null for a step that ends a file. */
  basis: Basis | null;
}

/** A step to be written, with what must still hold then. */
export interface TakenStep {
  step: RecognitionStep;
  row: StepRow;
  basis: SoundBasis | null;
}

/** Who did what in a file so far: none of them later judges it. */
export const handsOf = ({ steps, basis }: FileState) => ({
  verified: basis.submission.verifiedBy,
  proposed: steps.find(({ step }) => step === 'proposed')?.actorId,
  appraised: steps.find(({ step }) => step === 'appraised')?.actorId,
});

/** A decision's date is neither to come nor before what it follows: the step before it, and the file that it rests on. */
export function refuseDate(decisionDate: string, after: (string | null | undefined)[], now: string): Problem | null {
  const path = 'decisionDate';
  const today = localDay(now);
  if (decisionDate > today) {
    return new Problem('invalid_request', [{ path, code: 'date_to_come', detail: `must not be after ${today}` }]);
  }
  const earliest = after.reduce<string>((latest, day) => (day && day > latest ? day : latest), '');
  if (decisionDate >= earliest) return null;
  return new Problem('invalid_request', [{ path, code: 'date_too_early', detail: `must not be before ${earliest}` }]);
}

/** The day on which the answers behind a basis were handed in. */
export const submittedDay = ({ submission }: Basis): string | null =>
  submission.submittedAt === null ? null : localDay(submission.submittedAt);

/** The next step of a file, when its state, the hands, the basis and the dates allow it. */
export function takeStep(state: FileState, taking: Taking, by: Writing): TakenStep | Problem {
  const { step, revision, decision, barred } = taking;
  if (state.file.revision !== revision) return new Problem('revision_mismatch');
  const next = stateAfter(recognitionState(state.steps), step);
  if (next === null) return new Problem('state_not_allowed');
  if (barred.includes(by.actor.id)) return new Problem('separation_of_duties');

  const basis = taking.basis && soundBasis(taking.basis);
  if (basis instanceof Problem) return basis;
  const after = [state.steps.at(-1)?.decisionDate, basis && submittedDay(basis)];
  const wrongDate = refuseDate(decision.decisionDate, after, by.now);
  if (wrongDate) return wrongDate;
  if (basis && !state.stands) return new Problem('unit_ended');

  const row = {
    ...decision,
    id: newId(),
    fileId: state.file.id,
    step: next,
    roundId: step === 'maintain' && basis ? basis.roundId : null,
    answersHash: basis?.scorecard.answersHash ?? null,
    at: by.now,
    actorId: by.actor.id,
  };
  return { step, row, basis };
}
