import { expect, test } from 'vitest';
import { pageProblems } from '../ui/page-problems.ts';
import { rounds } from './fixture.ts';
import { roundsPage } from './rounds.tsx';
import type { RoundRow } from './view.ts';

const [round] = rounds.rounds as [RoundRow];

test('lists each round with its dates and what has come in', () => {
  const html = roundsPage(rounds);
  expect(html).toContain('<a href="/console/12/rounds/r1">Năm 2024</a>');
  expect(html).toContain('Đang mở');
  expect(html).toMatch(/từ 01\/11\/2024<.*>hết ngày 11\/12\/2024</);
  expect(html).toContain('5/13 xã');
  expect(pageProblems(html)).toEqual([]);
});

test('tells a round not open yet from a closed one', () => {
  const planned = { ...round, state: 'draft' as const, openedAt: null, opensAt: '2024-11-02T01:00:00.000Z' };
  const closed = { ...round, state: 'closed' as const, closedAt: '2024-12-11T17:00:00.000Z' };
  const html = roundsPage({ ...rounds, rounds: [planned] });
  expect(html).toContain('Chưa mở');
  expect(html).toContain('từ 02/11/2024');
  expect(roundsPage({ ...rounds, rounds: [closed] })).toContain('đóng ngày 11/12/2024');
});

test('tells when the answers of a round were deleted', () => {
  const purged = { ...round, state: 'closed' as const, purgedAt: '2026-12-11T17:00:00.000Z' };
  expect(roundsPage({ ...rounds, rounds: [purged] })).toContain('xóa câu trả lời ngày 12/12/2026');
});

test('tells by when files are due from how long late ones are still taken', () => {
  const takesLate = { ...round, dueAt: '2024-12-11T17:00:00.000Z', closesAt: '2024-12-31T17:00:00.000Z' };
  const html = roundsPage({ ...rounds, rounds: [takesLate] });
  expect(html).toMatch(/>hạn nộp hết ngày 11\/12\/2024<.*>nhận muộn đến hết ngày 31\/12\/2024</);
  const refusesLate = { ...round, dueAt: round.closesAt };
  expect(roundsPage({ ...rounds, rounds: [refusesLate] })).toContain('>hết ngày 11/12/2024<');
});

test('an empty list teaches the next step', () => {
  const html = roundsPage({ ...rounds, rounds: [] });
  expect(html).toContain('Chưa có kỳ khảo sát nào.');
  expect(html).not.toContain('<table');
});
