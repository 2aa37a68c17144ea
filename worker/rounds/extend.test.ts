import { expect, test } from 'vitest';
import { Problem } from '../http/problem.ts';
import { extend } from './extend.ts';
import { exampleRound } from './fixture.ts';
import { closingInstant, isLate, isOpenFor } from './state.ts';

const now = '2024-06-12T00:00:00.000Z';
const openedAt = '2024-05-01T00:00:00.000Z';
const endsLater = exampleRound({ openedAt, closesAt: '2024-06-14T17:00:00.000Z' });
const ended = exampleRound({ openedAt, closesAt: '2024-06-11T17:00:00.000Z' });
const closedByHand = exampleRound({ openedAt, closesAt: '2024-06-30T17:00:00.000Z', closedAt: now });

const collecting = { extendedUntil: null, submittedAt: null, returnedAt: null, verifiedAt: null };

test.each([
  ['an open round, to a day after its end', endsLater, '2024-06-15', '2024-06-15T17:00:00.000Z'],
  ['an open round, to the last day that it has anyway', endsLater, '2024-06-14', 'extension_not_later'],
  ['an open round, to an instant after its end', endsLater, '2024-06-14T17:00:00.001Z', '2024-06-14T17:00:00.001Z'],
  ['a round that has ended, to the end of today', ended, '2024-06-12', '2024-06-12T17:00:00.000Z'],
  ['a round that has ended, to yesterday', ended, '2024-06-11', 'extension_not_later'],
  ['a round that has ended, to this very instant', ended, now, 'extension_not_later'],
  ['a round that was closed by hand before its end', closedByHand, '2024-06-13', '2024-06-13T17:00:00.000Z'],
  ['a round without end', exampleRound({ openedAt }), '2024-06-13', 'nothing_to_extend'],
  ['a draft', exampleRound(), '2024-06-13', 'round_not_open'],
  ['an archived round', { ...ended, archivedAt: now }, '2024-06-13', 'round_archived'],
])('an extension in %s', (_, round, until, outcome) => {
  const decision = extend({ round, submission: collecting }, until, now);
  if (decision === 'unchanged') throw new Error('an extension was expected');
  expect(decision instanceof Problem ? decision.code : decision.extendedUntil).toBe(outcome);
});

test('an extension that is there already, or one that is not there and is taken away, changes nothing', () => {
  const extendedUntil = '2024-06-15T17:00:00.000Z';
  expect(extend({ round: endsLater, submission: { ...collecting, extendedUntil } }, '2024-06-15', now)).toBe(
    'unchanged',
  );
  expect(extend({ round: endsLater, submission: collecting }, null, now)).toBe('unchanged');
  expect(extend({ round: endsLater, submission: { ...collecting, extendedUntil } }, null, now)).toEqual({
    extendedUntil: null,
  });
  expect(extend({ round: endsLater, submission: undefined }, null, now)).toMatchObject({ code: 'unit_unknown' });
});

test.each([
  ['submitted', { submittedAt: openedAt }, 'done'],
  ['returned', { returnedAt: openedAt }, 'done'],
  ['verified', { submittedAt: openedAt, verifiedAt: openedAt }, 'state_not_allowed'],
])('a %s file is given more time, or that is taken away: %s', (_, times, outcome) => {
  const submission = { ...collecting, ...times, extendedUntil: '2024-06-15T17:00:00.000Z' };
  for (const until of ['2024-06-16', null]) {
    const decision = extend({ round: endsLater, submission }, until, now);
    expect(decision instanceof Problem ? decision.code : 'done').toBe(outcome);
  }
});

test('while it holds the commune writes and is in time, to the last millisecond', () => {
  const round = exampleRound({ openedAt, closesAt: '2024-06-11T17:00:00.000Z', dueAt: '2024-06-11T17:00:00.000Z' });
  const submission = { extendedUntil: '2024-06-12T17:00:00.000Z' };
  const [last, tooLate] = ['2024-06-12T16:59:59.999Z', '2024-06-12T17:00:00.000Z'];
  expect([isOpenFor(round, submission, last), isLate(round, submission, last)]).toEqual([true, false]);
  expect([isOpenFor(round, submission, tooLate), isLate(round, submission, tooLate)]).toEqual([false, true]);
  expect(closingInstant(round, submission)).toBe(tooLate);
  expect(isOpenFor(round, { extendedUntil: null }, now)).toBe(false);
});
