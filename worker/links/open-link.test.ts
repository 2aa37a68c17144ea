import { expect, test } from 'vitest';
import { openLink } from './open-link.ts';

const now = '2026-11-20T01:00:00.000Z';
const later = '2026-11-20T01:00:00.001Z';

test.each([
  ['opens before it expires', { revokedAt: null, expiresAt: later }, undefined],
  ['has expired at the very moment', { revokedAt: null, expiresAt: now }, 'link_expired'],
  ['is revoked even when it has expired too', { revokedAt: now, expiresAt: now }, 'link_revoked'],
  ['is revoked from the moment on at which it was', { revokedAt: now, expiresAt: later }, 'link_revoked'],
])('a link %s', (_, link, code) => {
  expect(openLink(link, now)).toEqual(code ? expect.objectContaining({ code }) : link);
});

test('a token without a link is unknown', () => {
  expect(openLink(undefined, now)).toMatchObject({ code: 'link_unknown' });
});
