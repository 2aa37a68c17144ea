import { expect, test } from 'vitest';
import { roundView } from './round-view.ts';

const round = { name: 'Năm 2024', openedAt: '2024-11-01T01:00:00.000Z', closedAt: null, archivedAt: null };
const DUE = '2024-12-11T17:00:00.000Z';
const END = '2024-12-31T17:00:00.000Z';
const BEFORE = '2024-12-11T16:59:59.999Z';

test.each([
  ['before the deadline', END, BEFORE, null, undefined],
  ['from the deadline on', END, DUE, null, 'đã quá hạn, nhận muộn đến hết ngày 31/12/2024'],
  ['after it in a round without an end', null, DUE, null, 'đã quá hạn, vẫn nhận muộn'],
  ['in a round that ends with its deadline', DUE, DUE, null, undefined],
  ['within the commune’s extension', END, DUE, '2025-01-10T17:00:00.000Z', undefined],
  ['after the round', END, END, null, undefined],
])('%s the page says what that means', (_, closesAt, now, extendedUntil, said) => {
  const view = roundView({ ...round, dueAt: DUE, closesAt }, { extendedUntil }, { now, language: 'vi' });
  expect(view.takenLate).toBe(said);
});
