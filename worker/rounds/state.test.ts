import { expect, test } from 'vitest';
import { isLate, lateFrom, roundState } from './state.ts';

const opened = '2024-01-01T00:00:00.000Z';
const now = '2024-06-11T16:59:59.999Z';

// "Trước ngày 12/6" ends on 11/6 at midnight in Asia/Ho_Chi_Minh, 17:00 UTC (docs/domain.md §5).
const closesAt = '2024-06-11T17:00:00.000Z';

test.each([
  ['a round that was never opened', { openedAt: null, closedAt: null, archivedAt: null, closesAt: null }, now, 'draft'],
  [
    'an opened round without an end',
    { openedAt: opened, closedAt: null, archivedAt: null, closesAt: null },
    now,
    'open',
  ],
  [
    'the last millisecond before its end',
    { openedAt: opened, closedAt: null, archivedAt: null, closesAt },
    now,
    'open',
  ],
  [
    'the first instant that is too late',
    { openedAt: opened, closedAt: null, archivedAt: null, closesAt },
    closesAt,
    'closed',
  ],
  [
    'a round that was closed by hand',
    { openedAt: opened, closedAt: opened, archivedAt: null, closesAt: null },
    now,
    'closed',
  ],
])('%s is %4$s', (_, round, at, state) => {
  expect(roundState(round, at)).toBe(state);
});

const later = '2024-06-20T17:00:00.000Z';

test.each([
  ['no deadline', null, null, null],
  ['no deadline but an extension', null, later, null],
  ['a deadline', closesAt, null, closesAt],
  ['a deadline and an extension beyond it', closesAt, later, later],
  ['a deadline and more time that ends before it', later, closesAt, later],
])('with %s a file is late from the instant that gives the commune most time', (_, dueAt, extendedUntil, from) => {
  expect(lateFrom({ dueAt }, { extendedUntil })).toBe(from);
});

test('a file is late from the deadline on, not just before it', () => {
  expect(isLate({ dueAt: closesAt }, { extendedUntil: null }, now)).toBe(false);
  expect(isLate({ dueAt: closesAt }, { extendedUntil: null }, closesAt)).toBe(true);
});
