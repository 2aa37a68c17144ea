import { expect, test } from 'vitest';
import { isPinCookie, pinCookie } from './pin-cookie.ts';

const secret = 'a'.repeat(64);
const secrets = { current: secret, previous: [] };
const tokenHash = 'b'.repeat(64);
const now = '2026-11-20T01:00:00.000Z';

test('holds for its link for twelve hours', async () => {
  const cookie = await pinCookie(tokenHash, secret, now);
  expect(await isPinCookie(cookie, tokenHash, secrets, now)).toBe(true);
  expect(await isPinCookie(cookie, tokenHash, secrets, '2026-11-20T12:59:59.999Z')).toBe(true);
  expect(await isPinCookie(cookie, tokenHash, secrets, '2026-11-20T13:00:00.000Z')).toBe(false);
});

test('holds for no other token and no other secret', async () => {
  const cookie = await pinCookie(tokenHash, secret, now);
  expect(await isPinCookie(cookie, 'c'.repeat(64), secrets, now)).toBe(false);
  expect(await isPinCookie(cookie, tokenHash, { current: 'd'.repeat(64), previous: [] }, now)).toBe(false);
});

test('cannot be made to last', async () => {
  const [expires, signature] = (await pinCookie(tokenHash, secret, now)).split('.');
  expect(await isPinCookie(`${Number(expires) + 1}.${signature}`, tokenHash, secrets, now)).toBe(false);
});

test('says nothing of the token', async () => {
  expect(await pinCookie(tokenHash, secret, now)).not.toContain(tokenHash);
});

test.each([undefined, '', 'x', '1.2', `99999999999.${'0'.repeat(64)}`])('%j is none', async (cookie) => {
  expect(await isPinCookie(cookie, tokenHash, secrets, now)).toBe(false);
});

test('outlives a change of the secret while the former one is known', async () => {
  const cookie = await pinCookie(tokenHash, secret, now);
  const changed = { current: 'd'.repeat(64), previous: [secret] };
  expect(await isPinCookie(cookie, tokenHash, changed, now)).toBe(true);
});
