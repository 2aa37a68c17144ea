export const recognitionStates = ['proposed', 'appraised', 'recognised', 'refused', 'maintained', 'revoked'] as const;
export type RecognitionState = (typeof recognitionStates)[number];

export const recognitionSteps = ['propose', 'appraise', 'recognise', 'refuse', 'maintain', 'revoke'] as const;
export type RecognitionStep = (typeof recognitionSteps)[number];

/** Where each step leads from each state; what is not here is not allowed. `none`: a file that does not exist yet. */
const transitions: Record<RecognitionState | 'none', Partial<Record<RecognitionStep, RecognitionState>>> = {
  none: { propose: 'proposed' },
  proposed: { appraise: 'appraised' },
  appraised: { recognise: 'recognised', refuse: 'refused' },
  recognised: { maintain: 'maintained', revoke: 'revoked' },
  maintained: { maintain: 'maintained', revoke: 'revoked' },
  refused: {},
  revoked: {},
};

/** The state that a step leads to, or null when the state does not allow it (docs/domain.md §5). */
export const stateAfter = (state: RecognitionState | 'none', step: RecognitionStep): RecognitionState | null =>
  transitions[state][step] ?? null;

/** A file's state is what its last step made of it. */
export const recognitionState = (steps: readonly { step: RecognitionState }[]): RecognitionState | 'none' =>
  steps.at(-1)?.step ?? 'none';

/** The states in which a commune is recognised. */
export const inForce: readonly RecognitionState[] = ['recognised', 'maintained'];

/** The states after which nothing comes: only then may a new file be proposed. */
export const ended: readonly RecognitionState[] = ['refused', 'revoked'];
