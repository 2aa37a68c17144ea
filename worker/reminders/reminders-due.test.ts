import { expect, test } from 'vitest';
import { deadlineOf, type ReminderFile, type ReminderKind, type ReminderRound, remindersDue } from './reminders-due.ts';

// "Trước ngày 12/12": the first instant that is late is 12/12 at midnight in Asia/Ho_Chi_Minh.
const due = '2024-12-11T17:00:00.000Z';
const open: ReminderRound = {
  openedAt: '2024-11-01T00:00:00.000Z',
  ...{ closedAt: null, archivedAt: null, dueAt: due, closesAt: null },
};
const untouched: ReminderFile = {
  ...{ communeId: 'c', submittedAt: null, extendedUntil: null, begun: false },
  questions: { asked: 60, answered: 0 },
  recorded: new Set(),
};
const begun = { ...untouched, begun: true, questions: { asked: 60, answered: 29 } };
const half = { ...begun, questions: { asked: 60, answered: 30 } };
const submitted = { ...half, submittedAt: '2024-12-01T00:00:00.000Z' };

const kinds = (file: ReminderFile, now: string, round = open) =>
  remindersDue(round, [file], now).map(({ kind }) => kind);

test.each([
  // the instant, then who has not begun, who is not half done, who is, and who has handed in
  ['fifteen days before', '2024-11-27T16:59:59.999Z', [], [], [], []],
  ['fourteen days before', '2024-11-27T17:00:00.000Z', ['not_begun'], ['half_done'], [], []],
  ['eight days before', '2024-12-03T17:00:00.000Z', ['not_begun'], ['half_done'], [], []],
  [
    'seven days before',
    '2024-12-04T17:00:00.000Z',
    ['not_begun', 'last_week'],
    ['half_done', 'last_week'],
    ['last_week'],
    [],
  ],
  [
    'in the last instant',
    '2024-12-11T16:59:59.999Z',
    ['not_begun', 'last_week'],
    ['half_done', 'last_week'],
    ['last_week'],
    [],
  ],
  ['once it is late', due, ['overdue'], ['overdue'], ['overdue'], []],
])('%s the deadline', (_, now, ...expected) => {
  expect([untouched, begun, half, submitted].map((file) => kinds(file, now))).toEqual(expected);
});

test.each([
  ['six days after the opening', '2024-11-07T00:00:00.000Z', []],
  ['seven days after the opening', '2024-11-08T00:00:00.000Z', ['not_begun']],
])('without a deadline, who has not begun %s', (_, now, expected) => {
  expect(kinds(untouched, now, { ...open, dueAt: null })).toEqual(expected);
  expect(kinds(begun, now, { ...open, dueAt: null })).toEqual([]);
});

test.each([
  ['was never opened', { openedAt: null }],
  ['is archived', { archivedAt: '2024-12-02T00:00:00.000Z' }],
  ['was closed by hand', { closedAt: '2024-12-02T00:00:00.000Z' }],
  ['takes nothing late', { closesAt: due }],
])('nobody is reminded of a round that %s', (_, changes) => {
  expect(kinds(untouched, '2024-12-12T00:00:00.000Z', { ...open, ...changes })).toEqual([]);
});

test('an extension moves what a commune is reminded of', () => {
  const extended = { ...untouched, extendedUntil: '2024-12-25T17:00:00.000Z' };
  const round = { ...open, closesAt: due };
  expect(kinds(extended, due, round)).toEqual(['not_begun']);
  expect(kinds(extended, '2024-12-19T00:00:00.000Z', round)).toEqual(['not_begun', 'last_week']);
  expect(deadlineOf(round, extended)).toBe('2024-12-25T17:00:00.000Z');
});

test('a kind that is recorded does not fall due again', () => {
  const recorded = (...list: ReminderKind[]) => ({ ...untouched, recorded: new Set(list) });
  expect(kinds(recorded('not_begun'), '2024-12-05T00:00:00.000Z')).toEqual(['last_week']);
  expect(kinds(recorded('not_begun', 'last_week'), '2024-12-05T00:00:00.000Z')).toEqual([]);
});

test('a reminder says from when on it held, at the earliest from the opening', () => {
  const late = { ...open, openedAt: '2024-12-06T00:00:00.000Z' };
  const now = '2024-12-08T00:00:00.000Z';
  expect(remindersDue(open, [untouched], now).map(({ dueAt }) => dueAt)).toEqual([
    '2024-11-27T17:00:00.000Z',
    '2024-12-04T17:00:00.000Z',
  ]);
  expect(remindersDue(late, [untouched], now).map(({ dueAt }) => dueAt)).toEqual([late.openedAt, late.openedAt]);
});
