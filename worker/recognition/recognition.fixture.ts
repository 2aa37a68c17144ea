import type { Writing } from '../audit/event.ts';
import type { Basis } from './basis.ts';
import type { MaintenanceState } from './maintain.ts';
import type { RecognitionState } from './state.ts';
import type { Decision, StepRow } from './take-step.ts';

/** The 20th of January 2026 in Viet Nam, where it is seven hours later. */
export const by = (id: string): Writing => ({
  actor: { kind: 'staff', id },
  requestId: 'r',
  now: '2026-01-19T18:00:00.000Z',
});

export const paper = (decisionDate = '2026-01-20'): Decision => ({
  decisionNumber: '15/QĐ-UBND',
  decisionDate,
  office: 'Chủ tịch UBND tỉnh',
  note: null,
});

/** A round's verdict that carries a step, verified by `verifier`; with whatever the test wants otherwise. */
export function basisWith(
  other: Partial<Omit<Basis, 'submission' | 'scorecard'>> & {
    submission?: Partial<Basis['submission']>;
    scorecard?: Partial<NonNullable<Basis['scorecard']>> | null;
  } = {},
): Basis {
  const submission = {
    submittedAt: '2025-12-05T18:30:00.000Z',
    verifiedAt: '2025-12-10T02:00:00.000Z',
    verifiedBy: 'verifier',
    inputsVersion: 4,
  };
  const scorecard = { ready: true, inputsVersion: 4, answersHash: 'aa' };
  return {
    roundId: 'round of 2025',
    year: 2025,
    hasRequirements: true,
    ...other,
    submission: { ...submission, ...other.submission },
    scorecard: other.scorecard === null ? null : { ...scorecard, ...other.scorecard },
  };
}

const hands: Record<string, string> = { proposed: 'proposer', appraised: 'appraiser' };

/** A file that came through these states, on 15, 16, … January 2026. */
export function fileIn(states: readonly RecognitionState[], other: Partial<MaintenanceState> = {}): MaintenanceState {
  const rows = states.map(
    (step, index): StepRow => ({
      ...paper(`2026-01-${15 + index}`),
      id: String(index),
      fileId: 'file',
      step,
      roundId: null,
      answersHash: 'aa',
      at: '',
      actorId: hands[step] ?? 'approver',
    }),
  );
  return {
    file: { id: 'file', unitId: 'unit', roundId: 'round of 2025', revision: states.length, createdAt: '' },
    steps: rows,
    basis: basisWith(),
    stands: true,
    roundExists: true,
    later: basisWith({ roundId: 'round of 2026', year: 2026, submission: { verifiedBy: 'second verifier' } }),
    ...other,
  };
}
