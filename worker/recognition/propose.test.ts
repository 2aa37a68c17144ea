import { expect, test } from 'vitest';
import { Problem } from '../http/problem.ts';
import { type ProposalState, propose } from './propose.ts';
import { basisWith, by, paper } from './recognition.fixture.ts';

const state = (other: Partial<ProposalState> = {}): ProposalState => ({
  roundExists: true,
  basis: basisWith(),
  stands: true,
  hasLivingFile: false,
  ...other,
});

const proposed = (other: Partial<ProposalState> = {}, date?: string) =>
  propose(state(other), { unitId: 'unit', decision: paper(date) }, by('verifier'));

test('a commune that is verified and ready is proposed, by its verifier too, with what it rests on', () => {
  expect(proposed()).toMatchObject({
    file: { unitId: 'unit', roundId: 'round of 2025', revision: 1 },
    row: { step: 'proposed', actorId: 'verifier', answersHash: 'aa', decisionNumber: '15/QĐ-UBND' },
  });
});

test.each<[string, Partial<ProposalState>, string]>([
  ['an unknown round', { roundExists: false, basis: undefined }, 'round_unknown'],
  ['a unit that is no commune of the round', { basis: undefined }, 'unit_unknown'],
  ['a commune with a file that has not ended', { hasLivingFile: true }, 'recognition_exists'],
  ['a form without requirements', { basis: basisWith({ hasRequirements: false }) }, 'no_requirements'],
  ['a file not verified', { basis: basisWith({ submission: { verifiedAt: null } }) }, 'submission_not_verified'],
  ['a commune without a score', { basis: basisWith({ scorecard: null }) }, 'score_pending'],
  ['a score behind its answers', { basis: basisWith({ submission: { inputsVersion: 5 } }) }, 'score_pending'],
  ['a commune that is not ready', { basis: basisWith({ scorecard: { ready: false } }) }, 'not_ready'],
  ['a commune of which it is not known', { basis: basisWith({ scorecard: { ready: null } }) }, 'not_ready'],
  ['a commune that merged into another', { stands: false }, 'unit_ended'],
])('%s is refused', (_, other, code) => {
  expect(proposed(other)).toMatchObject({ code });
});

test.each([
  ['today in Viet Nam', '2026-01-20', null],
  ['tomorrow in Viet Nam', '2026-01-21', 'date_to_come'],
  ['the day of the submission in Viet Nam', '2025-12-06', null],
  ['the day before the submission', '2025-12-05', 'date_too_early'],
])('a proposal dated %s: %3$s', (_, date, code) => {
  const decision = proposed({}, date);
  expect(decision instanceof Problem ? decision.errors[0]?.code : null).toBe(code);
});
