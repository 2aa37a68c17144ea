import { describe, expect, test } from 'vitest';
import { flagsOf } from './flags.ts';
import { type QueueFilter, type QueueRow, queueOf } from './queue.ts';

const day = (n: number) => `2024-12-0${n}T00:00:00.000Z`;

const row = (
  position: number,
  name: string,
  changes: Partial<QueueRow['submission']> = {},
  confirmed: string[] = [],
): QueueRow => ({
  unit: {
    ...{ roundId: 'r', unitId: `u${position}`, communeId: `u${position}`, level: 'commune', kindLabel: 'xã', name },
    ...{ code: `0${position}`, attributes: {}, position, addedAt: null },
  },
  submission: {
    ...{ roundId: 'r', communeId: `u${position}`, inputsVersion: 1, revision: 1, submittedAt: null, late: false },
    ...{ returnedAt: null, verifiedAt: null, verifiedBy: null, assignedTo: null, extendedUntil: null },
    ...{ reference: null, reasons: {}, shownFindings: [], updatedAt: day(1), purgedAt: null },
    ...changes,
  },
  ...{ expected: 2, begun: 1, cameBack: false, confirmed, ready: null, index: null, scoredVersion: 1 },
});

const rows = [
  row(1, 'Bản Bo'),
  row(2, 'Tả Lèng', { submittedAt: day(3), late: true, assignedTo: 'lan' }),
  row(3, 'Hồ Thầu', { submittedAt: day(2) }, ['v:changed', 'v:blank']),
  row(4, 'Đồng Tâm', { returnedAt: day(4), extendedUntil: day(9), assignedTo: 'lan' }),
  row(5, 'Nà Tăm', { submittedAt: day(1), verifiedAt: day(4) }),
];

const page = { limit: 100, cursor: null };
const names = (filter: QueueFilter) => queueOf(rows, new Set(['u5']), filter, page).items.map(({ unit }) => unit.name);

test('the longest waiting stands first, and what was not handed in last', () => {
  expect(names({})).toEqual(['Nà Tăm', 'Hồ Thầu', 'Tả Lèng', 'Bản Bo', 'Đồng Tâm']);
});

test.each([
  ['a state', { state: 'submitted' }, ['Hồ Thầu', 'Tả Lèng']],
  ['a flag', { flag: 'large_changes' }, ['Hồ Thầu']],
  ['an outlier', { flag: 'outlier' }, ['Nà Tăm']],
  ['a commune', { communeId: 'u4' }, ['Đồng Tâm']],
  ['a person', { assignedTo: 'lan' }, ['Tả Lèng', 'Đồng Tâm']],
  ['nobody', { assignedTo: 'none' }, ['Nà Tăm', 'Hồ Thầu', 'Bản Bo']],
  ['a name without accents', { q: ' dong tam' }, ['Đồng Tâm']],
  ['a code', { q: '03' }, ['Hồ Thầu']],
  ['a person and a state', { assignedTo: 'lan', state: 'returned' }, ['Đồng Tâm']],
  ['a state and a flag that exclude each other', { state: 'collecting', flag: 'late' }, []],
] as [string, QueueFilter, string[]][])('the queue by %s', (_, filter, expected) => {
  expect(names(filter)).toEqual(expected);
});

test('counts say what each state and flag would give, within the other filters', () => {
  const all = queueOf(rows, new Set(['u5']), { state: 'submitted' }, page);
  expect(all.total).toBe(2);
  expect(all.counts.states).toEqual({ collecting: 1, submitted: 2, returned: 1, verified: 1 });
  expect(all.counts.flags).toMatchObject({ late: 1, large_changes: 1, blank_answers: 1, extended: 1, outlier: 1 });
  const own = queueOf(rows, new Set(), { assignedTo: 'lan' }, page);
  expect(own.counts.states).toEqual({ collecting: 0, submitted: 1, returned: 1, verified: 0 });
});

test('pages follow one another without gap or repetition, even when a file was verified meanwhile', () => {
  const first = queueOf(rows, new Set(), {}, { limit: 2, cursor: null });
  expect(first.items.map(({ unit }) => unit.name)).toEqual(['Nà Tăm', 'Hồ Thầu']);
  const without = rows.filter(({ unit }) => unit.name !== 'Hồ Thầu');
  const second = queueOf(without, new Set(), {}, { limit: 2, cursor: first.nextCursor });
  expect(second.items.map(({ unit }) => unit.name)).toEqual(['Tả Lèng', 'Bản Bo']);
  const last = queueOf(rows, new Set(), {}, { limit: 2, cursor: second.nextCursor });
  expect(last.items.map(({ unit }) => unit.name)).toEqual(['Đồng Tâm']);
  expect(last.nextCursor).toBeNull();
});

describe('flags', () => {
  const submission = { submittedAt: day(1), late: true, extendedUntil: null };
  test.each([
    ['u1:changed', 'large_changes'],
    ['u1:blank', 'blank_answers'],
    ['u1:K3:population', 'confirmed_warnings'],
  ])('a reason for %s is %s', (key, flag) => {
    const inTime = { submission: { ...submission, late: false }, cameBack: false, isOutlier: false };
    expect(flagsOf({ ...inTime, confirmed: [key] })).toEqual([flag]);
  });

  test('of the answers fall while the commune is correcting them; an extension stays', () => {
    const returned = { ...submission, submittedAt: null, extendedUntil: day(9) };
    expect(flagsOf({ submission: returned, confirmed: ['u:changed'], cameBack: true, isOutlier: true })).toEqual([
      'extended',
    ]);
  });

  test('say that a file came back and was handed in again', () => {
    expect(flagsOf({ submission, confirmed: [], cameBack: true, isOutlier: true })).toEqual([
      ...['late', 'outlier', 'resubmitted'],
    ]);
  });
});
