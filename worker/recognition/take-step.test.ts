import { describe, expect, test } from 'vitest';
import type { Writing } from '../audit/event.ts';
import { Problem } from '../http/problem.ts';
import { appraise } from './appraise.ts';
import { decide } from './decide.ts';
import { type MaintenanceState, maintain } from './maintain.ts';
import { basisWith, by, fileIn, paper } from './recognition.fixture.ts';
import { revoke } from './revoke.ts';
import type { RecognitionState } from './state.ts';
import type { TakenStep } from './take-step.ts';

type Command = (state: MaintenanceState, actor: Writing, date?: string) => TakenStep | Problem;

const told = (state: MaintenanceState, date?: string) => ({ revision: state.file.revision, decision: paper(date) });

const commands: Record<string, Command> = {
  appraise: (state, actor, date) => appraise(state, told(state, date), actor),
  recognise: (state, actor, date) => decide(state, { ...told(state, date), outcome: 'recognised' }, actor),
  refuse: (state, actor, date) => decide(state, { ...told(state, date), outcome: 'refused' }, actor),
  maintain: (state, actor, date) => maintain(state, told(state, date), actor),
  revoke: (state, actor, date) => revoke(state, told(state, date), actor),
};

/** The states through which a file comes to where each command is allowed. */
const before: Record<string, RecognitionState[]> = {
  appraise: ['proposed'],
  recognise: ['proposed', 'appraised'],
  refuse: ['proposed', 'appraised'],
  maintain: ['proposed', 'appraised', 'recognised'],
  revoke: ['proposed', 'appraised', 'recognised'],
};

const run = (name: string, actor = 'somebody else', other: Partial<MaintenanceState> = {}, date?: string) =>
  commands[name]!(fileIn(before[name]!, other), by(actor), date);

const codeOf = (decision: TakenStep | Problem) => (decision instanceof Problem ? decision.code : 'taken');

test.each([
  ['appraise', 'appraised', null, 'aa'],
  ['recognise', 'recognised', null, 'aa'],
  ['refuse', 'refused', null, null],
  ['maintain', 'maintained', 'round of 2026', 'aa'],
  ['revoke', 'revoked', null, null],
])('%s makes a file %s, with round %j and answers %j behind it', (name, step, roundId, answersHash) => {
  expect(run(name)).toMatchObject({ step: name, row: { step, roundId, answersHash, actorId: 'somebody else' } });
});

describe('separation of duties', () => {
  const barred: Record<string, string[]> = {
    appraise: ['verifier', 'proposer'],
    recognise: ['verifier', 'proposer', 'appraiser'],
    refuse: ['verifier', 'proposer', 'appraiser'],
    maintain: ['verifier', 'second verifier', 'proposer', 'appraiser'],
    revoke: [],
  };
  const everybody = ['verifier', 'second verifier', 'proposer', 'appraiser', 'approver'];
  const cases = Object.keys(commands).flatMap((name) =>
    everybody.map((actor) => [actor, name, barred[name]!.includes(actor) ? 'separation_of_duties' : 'taken']),
  );
  test.each(cases)('the %s may %s: %s', (actor, name, outcome) => {
    expect(codeOf(run(name!, actor))).toBe(outcome);
  });
});

describe('what a step rests on', () => {
  const returned = basisWith({ submission: { verifiedAt: null, verifiedBy: null, submittedAt: null } });
  const notReady = basisWith({ scorecard: { ready: false } });
  test.each([
    ['appraise', 'submission_not_verified', 'not_ready', 'unit_ended'],
    ['recognise', 'submission_not_verified', 'not_ready', 'unit_ended'],
    // That it fell away may be the very reason.
    ['refuse', 'taken', 'taken', 'taken'],
    ['revoke', 'taken', 'taken', 'taken'],
  ])('to %s a commune that was returned, is not ready any more, has merged: %s, %s, %s', (name, ...outcomes) => {
    const others = [{ basis: returned }, { basis: notReady }, { stands: false }];
    expect(others.map((other) => codeOf(run(name, 'approver', other)))).toEqual(outcomes);
  });

  test.each<[string, Partial<MaintenanceState>, string]>([
    ['the same year', { later: basisWith({ roundId: 'half-year round' }) }, 'round_not_later'],
    ['a round that there is not', { roundExists: false, later: undefined }, 'round_unknown'],
    ['a round that does not have the commune', { later: undefined }, 'unit_unknown'],
    ['a round in which it is not ready', { later: notReady }, 'not_ready'],
    ['a round in which it is not verified', { later: returned }, 'submission_not_verified'],
  ])('a maintenance from %s is refused', (_, other, code) => {
    expect(codeOf(run('maintain', 'approver', other))).toBe(code);
  });
});

test.each(Object.keys(commands))('%s: its date is not to come and not before the step before it', (name) => {
  const last = `2026-01-${14 + before[name]!.length}`;
  const tooEarly = `2026-01-${13 + before[name]!.length}`;
  expect(codeOf(run(name, 'approver', {}, last))).toBe('taken');
  expect(codeOf(run(name, 'approver', {}, tooEarly))).toBe('invalid_request');
  expect(codeOf(run(name, 'approver', {}, '2026-01-21'))).toBe('invalid_request');
});

test.each(Object.keys(commands))('%s: a revision that is not the last is refused', (name) => {
  const state = fileIn(before[name]!);
  const stale = { ...state, file: { ...state.file, revision: state.file.revision + 1 } };
  const command = { ...told(state), outcome: name === 'refuse' ? ('refused' as const) : ('recognised' as const) };
  const decisions: Record<string, () => TakenStep | Problem> = {
    appraise: () => appraise(stale, command, by('approver')),
    recognise: () => decide(stale, command, by('approver')),
    refuse: () => decide(stale, command, by('approver')),
    maintain: () => maintain(stale, command, by('approver')),
    revoke: () => revoke(stale, command, by('approver')),
  };
  expect(codeOf(decisions[name]!())).toBe('revision_mismatch');
});

test.each([
  ['appraise', ['proposed', 'appraised']],
  ['recognise', ['proposed']],
  ['refuse', ['proposed', 'appraised', 'recognised']],
  ['maintain', ['proposed', 'appraised', 'refused']],
  ['revoke', ['proposed', 'appraised', 'recognised', 'revoked']],
] satisfies [string, RecognitionState[]][])('%s is refused in a file that came through %j', (name, states) => {
  expect(codeOf(commands[name]!(fileIn(states), by('approver')))).toBe('state_not_allowed');
});
