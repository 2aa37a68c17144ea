import { expect, test } from 'vitest';
import { roundState } from './state.ts';

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
