import { describe, expect, test } from 'vitest';
import { templates } from '../../forms/index.ts';
import { Problem } from '../http/problem.ts';
import { type AssignCommand, decideAssign } from './decide-assign.ts';
import { decideReturn, type ReturnCommand } from './decide-return.ts';
import { decideVerify } from './decide-verify.ts';
import type { ReviewState } from './review-state.ts';
import { mayVerify } from './separation-of-duties.ts';

const now = '2024-12-02T03:00:00.000Z';
const earlier = '2024-12-01T03:00:00.000Z';
const soon = '2024-12-05T17:00:00.000Z';
const later = '2024-12-09T17:00:00.000Z';
const afterwards = '2024-12-31T17:00:00.000Z';

const round = {
  openedAt: '2024-11-01T00:00:00.000Z',
  closesAt: null as string | null,
  closedAt: null as string | null,
  archivedAt: null as string | null,
};

const times = {
  collecting: { submittedAt: null, returnedAt: null, verifiedAt: null },
  submitted: { submittedAt: earlier, returnedAt: null, verifiedAt: null },
  returned: { submittedAt: null, returnedAt: earlier, verifiedAt: null },
  verified: { submittedAt: earlier, returnedAt: null, verifiedAt: earlier },
};
type State = keyof typeof times;

function state(file: State, changes: Partial<ReviewState> = {}): ReviewState {
  return {
    round,
    submission: {
      ...times[file],
      ...{ revision: 4, inputsVersion: 7, extendedUntil: null, assignedTo: null },
    },
    version: { document: templates['tam-duong-2024']! },
    units: [
      { unitId: 'c', level: 'commune' },
      { unitId: 'v1', level: 'village' },
    ],
    linkMakers: ['designer'],
    inRecognition: false,
    ...changes,
  };
}

const text = 'Đề nghị kiểm tra lại';
const back: ReturnCommand = { revision: 4, comments: [{ unitId: 'v1', question: 'addicts_total', text }] };
const assign: AssignCommand = { revision: 4, userId: 'verifier', isReviewer: true };

const outcome = (decision: object | null) => (decision instanceof Problem ? decision.code : 'done');

describe('in each state', () => {
  const not = 'state_not_allowed';
  test.each([
    ['collecting', not, not, 'done'],
    ['submitted', 'done', 'done', 'done'],
    ['returned', not, not, 'done'],
    ['verified', 'done', not, not],
  ] as const)('a %s file: return %s, verify %s, assign %s', (file, returned, verified, assigned) => {
    expect(outcome(decideReturn(state(file), back, now))).toBe(returned);
    expect(outcome(decideVerify(state(file), { revision: 4, userId: 'verifier' }))).toBe(verified);
    expect(outcome(decideAssign(state(file), assign))).toBe(assigned);
  });

  test.each(Object.keys(times) as State[])('a %s file is not touched with an old revision', (file) => {
    expect(outcome(decideReturn(state(file), { ...back, revision: 3 }, now))).toBe('revision_mismatch');
    expect(outcome(decideVerify(state(file), { revision: 3, userId: 'verifier' }))).toBe('revision_mismatch');
    expect(outcome(decideAssign(state(file), { ...assign, revision: 3 }))).toBe('revision_mismatch');
  });

  test.each(Object.keys(times) as State[])('a %s file of an archived round is not touched', (file) => {
    const archived = state(file, { round: { ...round, archivedAt: earlier } });
    expect(outcome(decideReturn(archived, back, now))).toBe(not);
    expect(outcome(decideVerify(archived, { revision: 4, userId: 'verifier' }))).toBe(not);
    expect(outcome(decideAssign(archived, assign))).toBe(not);
  });
});

describe('returning', () => {
  test('a verified file on which a recognition rests is refused', () => {
    expect(outcome(decideReturn(state('verified', { inRecognition: true }), back, now))).toBe('state_not_allowed');
  });

  test.each([
    ['an open round without a new end', null, undefined, 'done', null],
    ['an open round with one after its end', soon, later, 'done', later],
    ['an open round with one before its end', afterwards, later, 'extension_not_later', null],
    ['an open round with one at its end', later, later, 'extension_not_later', null],
    ['a round without end with one', null, later, 'nothing_to_extend', null],
    ['a closed round without a new end', earlier, undefined, 'editing_end_needed', null],
    ['a closed round with one', earlier, later, 'done', later],
    ['a round with an end that has passed', null, earlier, 'invalid_request', null],
    ['a round with an end that is now', null, now, 'invalid_request', null],
  ])('in %s', (_, closesAt, editableUntil, expected, extendedUntil) => {
    const decision = decideReturn(
      state('submitted', { round: { ...round, closesAt } }),
      editableUntil === undefined ? back : { ...back, editableUntil },
      now,
    );
    expect(outcome(decision)).toBe(expected);
    if (!(decision instanceof Problem)) expect(decision.extendedUntil).toBe(extendedUntil);
  });

  test('keeps an extension that still holds, and asks for a new one once it is over', () => {
    const closed = { ...round, closesAt: earlier };
    const extended = (extendedUntil: string) => {
      const { submission } = state('submitted');
      return decideReturn(
        state('submitted', { round: closed, submission: { ...submission, extendedUntil } }),
        back,
        now,
      );
    };
    expect(extended(later)).toMatchObject({ extendedUntil: later });
    expect(outcome(extended(now))).toBe('editing_end_needed');
  });

  test.each([
    ['the file as a whole', { text }, null],
    ['a unit', { unitId: 'v1', text }, null],
    ['a question wherever it is asked', { question: 'addicts_total', text }, null],
    ['a commune’s question', { unitId: 'c', question: 'models_effective', text }, null],
    ['a unit elsewhere', { unitId: 'v9', text }, 'comments.0.unitId'],
    ['no question of the form', { question: 'khong_co', text }, 'comments.0.question'],
    ['a village’s question at the commune', { unitId: 'c', question: 'addicts_total', text }, 'comments.0.question'],
  ])('a comment on %s', (_, comment, path) => {
    const decision = decideReturn(state('submitted'), { ...back, comments: [comment] }, now);
    if (path === null) expect(decision).toMatchObject({ comments: [{ text }] });
    else expect(decision).toMatchObject({ code: 'invalid_request', errors: [{ path }] });
  });
});

test.each([
  ['who made no link', ['designer'], true],
  ['who made the link of the only answers', ['verifier'], false],
  ['who made one of several links', ['designer', 'verifier'], false],
  ['anybody, where nobody knows who made the link', [null], true],
])('%s may verify: %j → %j', (_, linkMakers, expected) => {
  expect(mayVerify('verifier', { linkMakers })).toBe(expected);
  const decision = decideVerify(state('submitted', { linkMakers }), { revision: 4, userId: 'verifier' });
  expect(outcome(decision)).toBe(expected ? 'done' : 'separation_of_duties');
});

describe('assigning', () => {
  test('to somebody who is no reviewer of the province is refused', () => {
    expect(outcome(decideAssign(state('submitted'), { ...assign, isReviewer: false }))).toBe('reviewer_unknown');
  });

  test('to nobody takes the assignment back', () => {
    const { submission } = state('submitted');
    const assigned = state('submitted', { submission: { ...submission, assignedTo: 'verifier' } });
    expect(decideAssign(assigned, { revision: 4, userId: null, isReviewer: false })).toEqual({
      assignedTo: null,
      before: 'verifier',
    });
  });

  test('to whom it is assigned already changes nothing', () => {
    const { submission } = state('submitted');
    const assigned = state('submitted', { submission: { ...submission, assignedTo: 'verifier' } });
    expect(decideAssign(assigned, assign)).toBeNull();
  });
});
