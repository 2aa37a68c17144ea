import { expect, test } from 'vitest';
import {
  ended,
  type RecognitionState,
  type RecognitionStep,
  recognitionState,
  recognitionStates,
  recognitionSteps,
  stateAfter,
} from './state.ts';

const allowed: Record<string, RecognitionState> = {
  'none propose': 'proposed',
  'proposed appraise': 'appraised',
  'appraised recognise': 'recognised',
  'appraised refuse': 'refused',
  'recognised maintain': 'maintained',
  'recognised revoke': 'revoked',
  'maintained maintain': 'maintained',
  'maintained revoke': 'revoked',
};

const everyPair = (['none', ...recognitionStates] as const).flatMap((state) =>
  recognitionSteps.map((step): [RecognitionState | 'none', RecognitionStep, RecognitionState | null] => [
    state,
    step,
    allowed[`${state} ${step}`] ?? null,
  ]),
);

test.each(everyPair)('from %s, %s leads to %s', (state, step, next) => {
  expect(stateAfter(state, step)).toBe(next);
});

test('every state can be reached, and only those that end a file lead nowhere', () => {
  expect(new Set(Object.values(allowed))).toEqual(new Set(recognitionStates));
  const leadsNowhere = recognitionStates.filter((state) => recognitionSteps.every((step) => !stateAfter(state, step)));
  expect(leadsNowhere).toEqual(ended);
});

test('a file is what its last step made of it', () => {
  expect(recognitionState([])).toBe('none');
  expect(recognitionState([{ step: 'proposed' }, { step: 'appraised' }])).toBe('appraised');
});
