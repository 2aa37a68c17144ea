import { expect, test } from 'vitest';
import { dangerous, isDangerous, isProved, PROOF_LASTS } from './dangerous.ts';
import { keyScopes, type Permission, permissions } from './permissions.ts';

test('reading is never dangerous, and no key may do what is', () => {
  expect(dangerous.length).toBeGreaterThan(0);
  for (const permission of permissions) {
    if (permission.endsWith('.read')) expect(isDangerous(permission)).toBe(false);
  }
  expect(
    dangerous.filter((permission: Permission) => (keyScopes as readonly Permission[]).includes(permission)),
  ).toEqual([]);
});

test('a proof holds for fifteen minutes, and a session without one has none', () => {
  const now = new Date('2026-11-27T08:00:00Z');
  const ago = (ms: number) => new Date(now.getTime() - ms);
  expect(isProved(now, now)).toBe(true);
  expect(isProved(ago(PROOF_LASTS - 1), now)).toBe(true);
  expect(isProved(ago(PROOF_LASTS), now)).toBe(false);
  expect(isProved(null, now)).toBe(false);
});
