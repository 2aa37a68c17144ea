import { expect, test } from 'vitest';
import { localDay } from '../db/local-time.ts';
import { Problem } from '../http/problem.ts';
import { type Deadline, datesOf, datesToCome, dueInstant, lastDayOf, type Schedule } from './schedule.ts';

const deadlines: [string, Deadline, string, string][] = [
  ['trước ngày 12/6', { day: '2024-06-12', bound: 'before' }, '2024-06-11T17:00:00.000Z', '2024-06-11'],
  ['đến hết ngày 12/6', { day: '2024-06-12', bound: 'through' }, '2024-06-12T17:00:00.000Z', '2024-06-12'],
  ['trước ngày 01/3 năm nhuận', { day: '2024-03-01', bound: 'before' }, '2024-02-29T17:00:00.000Z', '2024-02-29'],
  ['đến hết ngày 28/2 năm nhuận', { day: '2024-02-28', bound: 'through' }, '2024-02-28T17:00:00.000Z', '2024-02-28'],
  ['đến hết ngày 29/2', { day: '2024-02-29', bound: 'through' }, '2024-02-29T17:00:00.000Z', '2024-02-29'],
  ['trước ngày 01/3', { day: '2023-03-01', bound: 'before' }, '2023-02-28T17:00:00.000Z', '2023-02-28'],
  ['đến hết ngày 31/12', { day: '2024-12-31', bound: 'through' }, '2024-12-31T17:00:00.000Z', '2024-12-31'],
  ['trước ngày 01/01', { day: '2025-01-01', bound: 'before' }, '2024-12-31T17:00:00.000Z', '2024-12-31'],
];

test.each(deadlines)('"%s" is due at the midnight after its last day', (_, deadline, due, lastDay) => {
  expect(dueInstant(deadline)).toBe(due);
  expect(lastDayOf(deadline)).toBe(lastDay);
  expect(localDay(new Date(Date.parse(due) - 1).toISOString())).toBe(lastDay);
});

const plain: Schedule = { opensAt: null, deadline: null, lateSubmissions: 'refuse', closesAt: null };
const deadline: Deadline = { day: '2024-06-12', bound: 'before' };
const due = '2024-06-11T17:00:00.000Z';
const later = '2024-06-30T17:00:00.000Z';

test.each<[string, Partial<Schedule>, string | null]>([
  ['without a deadline: as chosen', { closesAt: later }, later],
  ['without either: open until it is closed', {}, null],
  ['what is late is refused: the deadline', { deadline }, due],
  ['what is late is refused and the deadline is said again: the deadline', { deadline, closesAt: due }, due],
  ['what is late is accepted: open until it is closed', { deadline, lateSubmissions: 'accept' }, null],
  ['what is late is accepted for a while', { deadline, lateSubmissions: 'accept', closesAt: later }, later],
  ['what is late is accepted for no time', { deadline, lateSubmissions: 'accept', closesAt: due }, due],
])('the end, %s', (_, parts, closesAt) => {
  expect(datesOf({ ...plain, ...parts })).toMatchObject({ closesAt, dueAt: parts.deadline ? due : null });
});

test.each<[string, Partial<Schedule>, string]>([
  ['an end after a deadline that refuses what is late', { deadline, closesAt: later }, 'closesAt'],
  [
    'an end before the deadline',
    { deadline, lateSubmissions: 'accept', closesAt: '2024-06-11T16:59:59.999Z' },
    'closesAt',
  ],
  ['an opening at the deadline', { deadline, opensAt: due }, 'opensAt'],
  ['an opening at the end', { closesAt: later, opensAt: later }, 'opensAt'],
  ['an opening between deadline and end', { deadline, lateSubmissions: 'accept', opensAt: later }, 'opensAt'],
])('%s is refused', (_, parts, path) => {
  const refusal = datesOf({ ...plain, ...parts });
  expect(refusal).toBeInstanceOf(Problem);
  expect(refusal).toMatchObject({ code: 'invalid_request', errors: [{ path, code: 'out_of_range' }] });
});

test('a round opens by itself only at an instant to come', () => {
  const now = '2024-06-01T00:00:00.000Z';
  expect(datesToCome({ ...plain, opensAt: now }, now)).toMatchObject({ errors: [{ path: 'opensAt' }] });
  const opensAt = '2024-06-01T00:00:00.001Z';
  expect(datesToCome({ ...plain, opensAt }, now)).toMatchObject({ opensAt });
});
