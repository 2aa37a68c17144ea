import { expect, test } from 'vitest';
import { commentsFor } from './comments.ts';
import { communeFile, NOW } from './file.fixture.ts';
import type { CommentRow, CommuneFile } from './file.ts';
import { openFile, refuseByLink } from './open-file.ts';
import { fileActs } from './steps.ts';

const EARLIER = '2024-05-01T00:00:00.000Z';
const LATER = '2024-07-01T00:00:00.000Z';

test.each<[string, Partial<CommuneFile['link']>, string | null]>([
  ['a link that lives', {}, null],
  ['a link in its last millisecond', { expiresAt: '2024-06-01T00:00:00.001Z' }, null],
  ['a link at the instant of its end', { expiresAt: NOW }, 'link_expired'],
  ['a revoked link', { revokedAt: EARLIER }, 'link_revoked'],
])('%s opens or says why not', (_, link, problem) => {
  const file = communeFile();
  const opened = openFile({ ...file, link: { ...file.link, ...link } }, NOW);
  expect('code' in opened ? opened.code : null).toBe(problem);
});

test.each<[string, Parameters<typeof communeFile>[0], (string | null)[]]>([
  // save, submit, withdraw
  ['in an open round', {}, [null, null, 'state_not_allowed']],
  ['handed in', { submission: { submittedAt: EARLIER } }, ['already_submitted', 'already_submitted', null]],
  ['returned', { submission: { returnedAt: EARLIER } }, [null, null, 'state_not_allowed']],
  ['at the instant of closing', { round: { closesAt: NOW } }, ['round_closed', 'round_closed', 'state_not_allowed']],
  [
    'handed in to a round that has closed since',
    { round: { closesAt: EARLIER }, submission: { submittedAt: EARLIER } },
    ['already_submitted', 'already_submitted', 'round_closed'],
  ],
  [
    'with an extension',
    { round: { closesAt: EARLIER }, submission: { extendedUntil: LATER } },
    [null, null, 'state_not_allowed'],
  ],
  ['archived', { round: { archivedAt: EARLIER } }, ['round_closed', 'round_closed', 'state_not_allowed']],
])('a file %s allows its link what it allows', (_, parts, expected) => {
  const file = communeFile(parts);
  expect(fileActs.slice(0, 3).map((act) => refuseByLink(file, act, NOW)?.code ?? null)).toEqual(expected);
});

const step = (id: string, kind: 'submit' | 'return'): CommuneFile['steps'][number] => ({
  ...{ id, kind, roundId: 'round', communeId: 'commune', at: EARLIER, actorKind: 'staff', actorId: 'x' },
  ...{ revisions: null, detail: {} },
});
const comment = (id: string, stepId: string, unitId: string | null): CommentRow => ({
  ...{ id, stepId, unitId, roundId: 'round', communeId: 'commune', question: null, text: id, createdAt: EARLIER },
});

test('the comments of the last return stand until the file is handed in again; a village sees its own', () => {
  const steps = [step('r1', 'return'), step('s', 'submit'), step('r2', 'return')];
  const comments = [comment('old', 'r1', 'village'), comment('file', 'r2', null), comment('own', 'r2', 'village')];
  const file = { ...communeFile({ steps }), comments };
  const shown = (of: CommuneFile) => commentsFor(of).map(({ id }) => id);
  expect(shown(file)).toEqual(['file', 'own']);
  expect(shown({ ...file, link: { ...file.link, unitId: 'village' } })).toEqual(['own']);
  expect(shown({ ...file, submission: { ...file.submission, submittedAt: NOW } })).toEqual([]);
});
