import { expect, test } from 'vitest';
import { exampleRound } from '../rounds/fixture.ts';
import type { RoundRow } from '../rounds/wire.ts';
import { addMonths, duePurges, purgesOf } from './due.ts';

const NOW = '2027-03-10T05:00:00.000Z';
const settings = { answersKeptMonths: 24 as number | null, answersKeptSince: '2026-01-01T00:00:00.000Z' };
const kept = (parts: Partial<RoundRow> = {}, extendedUntil: string | null = null) => ({
  round: exampleRound({ openedAt: '2024-11-01T00:00:00.000Z', closedAt: '2024-12-31T17:00:00.000Z', ...parts }),
  extendedUntil,
});
const from = (rounds: ReturnType<typeof kept>[], given = settings) => purgesOf(rounds, given, NOW)[0]?.from;

test.each([
  ['2024-11-15', 24, '2026-11-15'],
  ['2024-08-31', 6, '2025-02-28'],
  ['2023-08-31', 6, '2024-02-29'],
  ['2024-12-31', 600, '2074-12-31'],
])('%s and %i months later is %s', (day, months, later) => {
  expect(addMonths(day, months)).toBe(later);
});

test('answers are kept to the end of the day so many months after the closing, as it is in Viet Nam', () => {
  // Midnight in Viet Nam: the round closed with the first of January.
  expect(from([kept()])).toBe('2027-01-01T17:00:00.000Z');
  expect(from([kept({ closedAt: '2024-12-31T16:59:59.999Z' })])).toBe('2026-12-31T17:00:00.000Z');
});

test('a round that ended by itself counts from its end, and the last extension counts where it was later', () => {
  const byItself = { closedAt: null, closesAt: '2024-12-31T16:00:00.000Z' };
  expect(from([kept(byItself)])).toBe('2026-12-31T17:00:00.000Z');
  expect(from([kept(byItself, '2025-02-10T10:00:00.000Z')])).toBe('2027-02-10T17:00:00.000Z');
});

test('nothing goes within seven days after the setting was changed', () => {
  expect(from([kept()], { ...settings, answersKeptSince: '2027-03-09T10:00:00.000Z' })).toBe(
    '2027-03-16T17:00:00.000Z',
  );
});

test.each([
  ['a draft', { openedAt: null, closedAt: null }],
  ['an open round', { closedAt: null }],
  ['a round that is purged', { purgedAt: '2026-12-31T17:00:00.000Z' }],
])('%s has nothing to go', (_, parts) => {
  expect(purgesOf([kept(parts)], settings, NOW)).toEqual([]);
});

test('an archived round goes as a closed one does, a commune with time left holds its round, and null keeps everything', () => {
  expect(duePurges(purgesOf([kept({ archivedAt: '2025-01-05T00:00:00.000Z' })], settings, NOW), NOW)).toHaveLength(1);
  expect(purgesOf([kept({}, '2027-04-01T00:00:00.000Z')], settings, NOW)).toEqual([]);
  expect(purgesOf([kept()], { ...settings, answersKeptMonths: null }, NOW)).toEqual([]);
});

test.each([
  ['a draft', { openedAt: null, closedAt: null }, true],
  ['an open round', { closedAt: null }, true],
  ['a round that ends in the future', { closedAt: null, closesAt: '2027-04-01T00:00:00.000Z' }, true],
  ['a closed round', {}, false],
  ['an archived round', { archivedAt: '2026-01-01T00:00:00.000Z' }, false],
])('%s that looks back holds the earlier round or not', (_, parts, holds) => {
  for (const looksBack of ['previousRoundId', 'baselineRoundId'] as const) {
    const earlier = kept();
    const later = kept({ id: 'later', closedAt: '2026-12-31T00:00:00.000Z', [looksBack]: earlier.round.id, ...parts });
    const [purge] = purgesOf([earlier, later], settings, NOW);
    expect(purge?.heldBy?.id ?? null).toBe(holds ? 'later' : null);
    expect(duePurges([purge!], NOW)).toHaveLength(holds ? 0 : 1);
  }
});
