import { expect, test } from 'vitest';
import { Problem } from '../http/problem.ts';
import { editRound } from './edit-round.ts';
import { exampleRound } from './fixture.ts';
import { reopenRound } from './reopen-round.ts';

const now = '2024-06-01T00:00:00.000Z';
const version = { publishedAt: '2024-01-01T00:00:00.000Z' };
const earlier = '01980000-0000-7000-8000-000000000009';
const openedAt = '2024-05-01T00:00:00.000Z';
const due = { deadlineDay: '2024-06-12', deadlineBound: 'before', dueAt: '2024-06-11T17:00:00.000Z' } as const;
const through = (day: string) => ({ day, bound: 'through' as const });

const rounds = {
  draft: exampleRound({ openingProblem: 'no_units' }),
  open: exampleRound({ openedAt, ...due, closesAt: due.dueAt }),
  closed: exampleRound({ openedAt, closesAt: now }),
  archived: exampleRound({ openedAt, closesAt: now, archivedAt: now }),
};

const patches = {
  name: 'Tên khác',
  kind: 'monthly',
  formVersionId: earlier,
  previousRoundId: earlier,
  baselineRoundId: earlier,
  period: { from: '2024-01-01', to: '2024-06-30' },
  opensAt: '2024-06-02T00:00:00.000Z',
  deadline: through('2024-06-20'),
  lateSubmissions: 'accept',
  closesAt: '2024-07-01T00:00:00.000Z',
} as const;

const outcomes: Record<keyof typeof rounds, Partial<Record<keyof typeof patches, string>> & { others: string }> = {
  draft: { others: 'changed' },
  open: {
    name: 'changed',
    period: 'changed',
    deadline: 'changed',
    lateSubmissions: 'changed',
    // Of a round that refuses what is late the end is its deadline.
    closesAt: 'invalid_request',
    others: 'round_already_opened',
  },
  closed: { name: 'changed', others: 'round_closed' },
  archived: { others: 'round_archived' },
};

test.each(
  Object.entries(rounds).flatMap(([state, round]) =>
    Object.entries(patches).map(([setting, value]) => {
      const { others, ...some } = outcomes[state as keyof typeof rounds];
      const outcome = some[setting as keyof typeof some] ?? others;
      return [state, setting, outcome, round, { [setting]: value }] as const;
    }),
  ),
)('of a round that is %s the setting %s: %s', (_, __, outcome, round, patch) => {
  const edit = editRound({ round, version, openedRounds: new Set([earlier]) }, patch, now);
  expect(edit instanceof Problem ? edit.code : edit && 'changed').toBe(outcome);
  if (edit && !(edit instanceof Problem)) expect(edit.settings).toEqual(patch);
});

const state = { version, openedRounds: new Set<string>() };

test('another deadline moves the end that followed from the one before, and a mended draft forgets why it did not open', () => {
  const deadline = through('2024-06-20');
  const moved = editRound({ ...state, round: rounds.open }, { deadline }, now);
  expect(moved).toMatchObject({ columns: { dueAt: '2024-06-20T17:00:00.000Z', closesAt: '2024-06-20T17:00:00.000Z' } });
  const mended = editRound({ ...state, round: rounds.draft }, { name: 'Tên khác' }, now);
  expect(mended).toMatchObject({ columns: { name: 'Tên khác', openingProblem: null } });
});

test('once late submissions are accepted, the end that was the deadline is none', () => {
  const edit = editRound({ ...state, round: rounds.open }, { lateSubmissions: 'accept' }, now);
  expect(edit).toMatchObject({ columns: { dueAt: due.dueAt, closesAt: null } });
});

test('an edit closes no round by its dates, and when it was to open by itself no longer matters once it is open', () => {
  const past = editRound({ ...state, round: rounds.open }, { deadline: through('2024-05-31') }, now);
  expect(past).toMatchObject({ code: 'invalid_request', errors: [{ path: 'deadline' }] });
  const round = exampleRound({ openedAt, opensAt: '2024-07-01T00:00:00.000Z' });
  const edit = editRound({ ...state, round }, { deadline: through('2024-06-20') }, now);
  expect(edit).toMatchObject({ columns: { opensAt: round.opensAt, closesAt: '2024-06-20T17:00:00.000Z' } });
});

test('a draft refers to published versions and opened rounds only', () => {
  const edit = (patch: object, published: string | null) =>
    editRound({ round: rounds.draft, version: { publishedAt: published }, openedRounds: new Set() }, patch, now);
  expect(edit({ formVersionId: earlier }, null)).toMatchObject({ code: 'form_not_published' });
  expect(edit({ previousRoundId: earlier }, now)).toMatchObject({ errors: [{ path: 'previousRoundId' }] });
  expect(edit({ previousRoundId: null }, now)).toBeNull();
});

const reason = 'Theo đề nghị của UBND tỉnh';

test.each([
  ['without other dates, after its end', { closesAt: now }, {}, 'schedule_passed'],
  ['without other dates, closed by hand before its end', { closedAt: now, closesAt: patches.closesAt }, {}, 'opened'],
  ['without other dates, closed by hand and without end', { closedAt: now }, {}, 'opened'],
  ['with a later end', { closesAt: now }, { closesAt: patches.closesAt }, 'opened'],
  ['explicitly without end', { closesAt: now }, { closesAt: null }, 'opened'],
  ['with a deadline to come', { ...due, closesAt: now }, { deadline: through('2024-06-20') }, 'opened'],
  ['with a deadline that is over', { ...due, closesAt: now }, { deadline: through('2024-05-31') }, 'schedule_passed'],
  ['late submissions being accepted now', { ...due, closesAt: now }, { lateSubmissions: 'accept' as const }, 'opened'],
])('a closed round opens again %s', (_, parts, command, outcome) => {
  const columns = reopenRound(exampleRound({ openedAt, ...parts }), { ...command, reason }, now);
  expect(columns instanceof Problem ? columns.code : columns?.closedAt === null && 'opened').toBe(outcome);
});

test('reopening an open round changes nothing', () => {
  expect(reopenRound(rounds.open, { closesAt: null, reason }, now)).toBeNull();
});
