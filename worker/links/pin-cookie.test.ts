import { expect, test } from 'vitest';
import { isPinCookie, pinCookie, pinCookieName } from './pin-cookie.ts';

const secret = 'a'.repeat(64);
const link = { id: '0190a0a0-0000-7000-8000-000000000001', pinHash: 'b'.repeat(64) };
const now = '2026-11-20T01:00:00.000Z';

test('holds for its link for twelve hours', async () => {
  const cookie = await pinCookie(link, secret, now);
  expect(await isPinCookie(cookie, link, secret, now)).toBe(true);
  expect(await isPinCookie(cookie, link, secret, '2026-11-20T12:59:59.999Z')).toBe(true);
  expect(await isPinCookie(cookie, link, secret, '2026-11-20T13:00:00.000Z')).toBe(false);
});

test('holds for no other link, no other PIN and no other secret', async () => {
  const cookie = await pinCookie(link, secret, now);
  expect(await isPinCookie(cookie, { ...link, id: 'another' }, secret, now)).toBe(false);
  expect(await isPinCookie(cookie, { ...link, pinHash: 'c'.repeat(64) }, secret, now)).toBe(false);
  expect(await isPinCookie(cookie, link, 'd'.repeat(64), now)).toBe(false);
});

test('cannot be made to last', async () => {
  const [expires, signature] = (await pinCookie(link, secret, now)).split('.');
  expect(await isPinCookie(`${Number(expires) + 1}.${signature}`, link, secret, now)).toBe(false);
});

test.each([undefined, '', 'x', '1.2', `99999999999.${'0'.repeat(64)}`])('%j is none', async (cookie) => {
  expect(await isPinCookie(cookie, link, secret, now)).toBe(false);
});

test('is named without the token', () => {
  expect(pinCookieName(link)).toBe(`dia-ban-pin-${link.id}`);
});
