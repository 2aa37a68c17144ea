import { expect, test } from 'vitest';
import type { KeyRow } from '../auth/api-key.ts';
import { Problem } from '../http/problem.ts';
import { decideRotate } from './decide-rotate.ts';
import { KEY } from './key.fixture.ts';

const NOW = '2026-11-27T03:00:00.000Z';

const rotated = (key: Partial<KeyRow>, command: { overlapHours: number; expiresAt?: string | null }) =>
  decideRotate({ ...KEY, ...key }, 'new', command, NOW);

test('the old text opens for the overlap, and the one before it no longer', () => {
  expect(rotated({}, { overlapHours: 24 })).toEqual({
    ...KEY,
    keyHash: 'new',
    previousHash: 'old',
    previousEndsAt: '2026-11-28T03:00:00.000Z',
    revision: 4,
  });
});

test.each([
  ['no overlap ends it at once', {}, { overlapHours: 0 }, NOW],
  [
    'it never opens for longer than the key did',
    { expiresAt: '2026-11-27T05:00:00.000Z' },
    { overlapHours: 24 },
    '2026-11-27T05:00:00.000Z',
  ],
  [
    'a later end of the key is not one of the old text',
    { expiresAt: '2026-11-27T05:00:00.000Z' },
    { overlapHours: 24, expiresAt: '2027-11-01T00:00:00.000Z' },
    '2026-11-27T05:00:00.000Z',
  ],
  ['what has ended does not open again', { expiresAt: NOW }, { overlapHours: 24, expiresAt: null }, NOW],
  ['a key without an end', { expiresAt: null }, { overlapHours: 168 }, '2026-12-04T03:00:00.000Z'],
])('%s', (_, key, command, previousEndsAt) => {
  expect(rotated(key, command)).toMatchObject({ previousEndsAt });
});

test('the end stays unless another is named', () => {
  expect(rotated({}, { overlapHours: 1 })).toMatchObject({ expiresAt: KEY.expiresAt });
  expect(rotated({}, { overlapHours: 1, expiresAt: null })).toMatchObject({ expiresAt: null });
});

test.each([
  ['a revoked key', { revokedAt: NOW }, { overlapHours: 1 }],
  ['an expired key without a new end', { expiresAt: NOW }, { overlapHours: 1 }],
  ['an end that is over', {}, { overlapHours: 1, expiresAt: NOW }],
])('%s is not rotated', (_, key, command) => {
  expect(rotated(key, command)).toEqual(new Problem('key_ended'));
});
