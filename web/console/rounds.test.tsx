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
  expect(html).toContain('từ 01/11/2024, hết ngày 11/12/2024');
  expect(html).toContain('5/13 xã');
  expect(pageProblems(html)).toEqual([]);
});

test('tells a round not open yet from a closed one', () => {
  const planned = { ...round, openedAt: null };
  const closed = { ...round, closedAt: '2024-12-11T17:00:00.000Z' };
  expect(roundsPage({ ...rounds, rounds: [planned] })).toContain('Chưa mở');
  expect(roundsPage({ ...rounds, rounds: [closed] })).toContain('đóng ngày 11/12/2024');
});

test('an empty list teaches the next step', () => {
  const html = roundsPage({ ...rounds, rounds: [] });
  expect(html).toContain('Chưa có kỳ khảo sát nào.');
  expect(html).not.toContain('<table');
});
