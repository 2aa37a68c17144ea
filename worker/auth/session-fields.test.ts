import { expect, test } from 'vitest';
import { provedAt } from './session-fields.ts';

const now = new Date('2026-11-27T08:00:00.000Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

test('who gives a password, a code or a passkey proves now who they are', () => {
  for (const path of ['/sign-in/email', '/two-factor/verify-totp', '/passkey/sign-in', undefined]) {
    expect(provedAt(path, undefined, now)).toEqual(now);
  }
});

test('who comes by the provider proved it when that asked, and not at all when it does not say', () => {
  expect(provedAt('/callback/:id', { askedAt: minutesAgo(90) }, now)).toEqual(minutesAgo(90));
  expect(provedAt('/callback/:id', { askedAt: null }, now)).toBe(null);
  expect(provedAt('/callback/:id', undefined, now)).toBe(null);
});

test('a provider whose clock is ahead proves nothing for longer', () => {
  expect(provedAt('/callback/:id', { askedAt: minutesAgo(-30) }, now)).toEqual(now);
});
