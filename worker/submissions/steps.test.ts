import { expect, test } from 'vitest';
import { fileActs, refuseStep } from './steps.ts';

const allowed = null;
const [submitted, not] = ['already_submitted', 'state_not_allowed'];

test.each([
  // state, then: save, submit, withdraw, return, verify, assign, extend
  ['collecting', [allowed, allowed, not, not, not, allowed, allowed]],
  ['submitted', [submitted, submitted, allowed, allowed, allowed, allowed, allowed]],
  ['returned', [allowed, allowed, not, not, not, allowed, allowed]],
  ['verified', [submitted, submitted, not, allowed, not, not, not]],
] as const)('a %s file allows and refuses each act as the table says', (state, expected) => {
  expect(fileActs.map((act) => refuseStep(state, act))).toEqual(expected);
});
