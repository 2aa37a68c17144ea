import { expect, test } from 'vitest';
import type { CalendarEntry } from '../../forms/index.ts';
import { exampleRound } from '../rounds/fixture.ts';
import type { RoundRow } from '../rounds/wire.ts';
import { calendarEntries } from './entries.ts';

const form = { key: 'mau', number: 2, createdAt: '2024-01-02T00:00:00.000Z' };
const today = '2024-06-01';
const of = (round: Partial<RoundRow>, plan: CalendarEntry[] = []) =>
  calendarEntries([{ round: exampleRound(round), form, plan }], today);
const openedAt = '2024-05-01T01:02:03.000Z';
const before = { deadlineDay: '2024-06-12', deadlineBound: 'before', dueAt: '2024-06-11T17:00:00.000Z' } as const;

test.each<[string, Partial<RoundRow>, [string, string | null, string | null][]]>([
  ['a draft without dates', {}, []],
  [
    'an opening at midnight is the whole day',
    { opensAt: '2024-04-30T17:00:00.000Z' },
    [['opening', '2024-05-01', null]],
  ],
  [
    'an opening at eight in the morning',
    { opensAt: '2024-05-01T01:00:00.000Z' },
    [['opening', '2024-05-01', '2024-05-01T01:00:00.000Z']],
  ],
  [
    'a round that opened by itself a minute after its time',
    { opensAt: '2024-04-30T17:00:00.000Z', openedAt: '2024-04-30T17:01:00.000Z' },
    [['opening', '2024-05-01', null]],
  ],
  [
    'a round that was opened by hand before its time',
    { opensAt: '2024-05-31T17:00:00.000Z', openedAt },
    [['opening', '2024-05-01', openedAt]],
  ],
  [
    'a deadline that is the end too, on the last day that counts',
    { openedAt, ...before, closesAt: before.dueAt },
    [
      ['opening', '2024-05-01', openedAt],
      ['deadline', '2024-06-11', null],
    ],
  ],
  [
    'a deadline with an end at a later midnight',
    { ...before, lateSubmissions: 'accept', closesAt: '2024-06-30T17:00:00.000Z' },
    [
      ['deadline', '2024-06-11', null],
      ['closing', '2024-06-30', null],
    ],
  ],
  [
    'an end in the afternoon',
    { closesAt: '2024-06-30T10:00:00.000Z' },
    [['closing', '2024-06-30', '2024-06-30T10:00:00.000Z']],
  ],
  [
    'a round that was closed by hand',
    { openedAt, ...before, closesAt: before.dueAt, closedAt: '2024-06-03T02:00:00.000Z' },
    [
      ['opening', '2024-05-01', openedAt],
      ['closing', '2024-06-03', '2024-06-03T02:00:00.000Z'],
      ['deadline', '2024-06-11', null],
    ],
  ],
])('%s', (_, round, expected) => {
  expect(of(round).map(({ kind, day, at }) => [kind, day, at])).toEqual(expected);
});

const every = { kind: 'every', id: 'P1', title: { vi: 'Báo cáo' }, clause: 'V', inclusive: false } as const;
const days = (entry: CalendarEntry) => of({}, [entry]).map(({ id, day, deadline }) => [id, day, deadline?.day]);

test('what a plan wants once stands on the last day that counts', () => {
  const once = { ...every, kind: 'due', due: '2025-01-01' } as const;
  expect(days(once)).toEqual([['plan-mau-P1', '2024-12-31', '2025-01-01']]);
  expect(days({ ...once, inclusive: true })).toEqual([['plan-mau-P1', '2025-01-01', '2025-01-01']]);
});

test('what comes every year stands in the years around, on 29 February where there is one', () => {
  expect(days({ ...every, period: 'year', due: '02-29', inclusive: true })).toEqual([
    ['plan-mau-P1-2023', '2023-02-28', '2023-02-28'],
    ['plan-mau-P1-2024', '2024-02-29', '2024-02-29'],
    ['plan-mau-P1-2025', '2025-02-28', '2025-02-28'],
  ]);
  expect(days({ ...every, period: 'year', due: '03-01' }).map(([, day]) => day)).toEqual([
    ...['2023-02-28', '2024-02-29', '2025-02-28'],
  ]);
});

test('what comes again and again on no stated day has none, and stands last', () => {
  const weekly = { ...every, id: 'P0', period: 'week' } as const;
  const once = { ...every, kind: 'due', due: '2030-01-01' } as const;
  expect(of({}, [weekly, once]).map(({ id, day, repeats }) => [id, day, repeats])).toEqual([
    ['plan-mau-P1', '2029-12-31', null],
    ['plan-mau-P0', null, 'week'],
  ]);
});

test('of several rounds of one form the newest says what the plan wants', () => {
  const plan = (due: string) => [{ ...every, kind: 'due' as const, due }];
  const [newer, older] = [exampleRound({ id: 'b' }), exampleRound({ id: 'a' })];
  const entries = calendarEntries(
    [
      { round: newer, form, plan: plan('2025-12-12') },
      { round: older, form, plan: plan('2024-12-12') },
    ],
    today,
  );
  expect(entries.map(({ day }) => day)).toEqual(['2025-12-11']);
});
