import { expect, test } from 'vitest';
import { Problem } from '../http/problem.ts';
import { decideRename } from './decide-rename.ts';
import { KEY } from './key.fixture.ts';

test('a key has the new name and one revision more, and everything else as it was', () => {
  const command = { name: 'Trục liên thông', over: 3 };
  expect(decideRename(KEY, command)).toEqual({ ...KEY, name: 'Trục liên thông', revision: 4 });
});

test('its own name changes nothing', () => {
  expect(decideRename(KEY, { name: KEY.name, over: 3 })).toBe(KEY);
});

test('an expired key may still be renamed, because it can be rotated', () => {
  const ended = { ...KEY, expiresAt: '2020-01-01T00:00:00.000Z' };
  expect(decideRename(ended, { name: 'Trục', over: 3 })).toMatchObject({ name: 'Trục' });
});

test.each([
  ['a key that there is not', undefined, 'key_unknown'],
  ['a revision that was not seen', { ...KEY, revision: 4 }, 'revision_mismatch'],
  ['a revoked key', { ...KEY, revokedAt: '2026-11-01T00:00:00.000Z' }, 'key_ended'],
] as const)('%s is not renamed', (_, key, code) => {
  expect(decideRename(key, { name: 'Trục', over: 3 })).toEqual(new Problem(code));
});
