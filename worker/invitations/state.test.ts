import { describe, expect, test } from 'vitest';
import { Problem } from '../http/problem.ts';
import { type Door, doorOf } from './door.ts';
import { endOf, type InvitationRow, invitationState, stillWaiting } from './state.ts';

const NOW = '2026-11-27T08:00:00.000Z';
const LATER = '2026-11-27T08:00:00.001Z';

describe('a link', () => {
  test.each([
    ['waits until it ends', { acceptedAt: null, revokedAt: null, expiresAt: LATER }, 'waiting', null],
    ['ends at its end', { acceptedAt: null, revokedAt: null, expiresAt: NOW }, 'expired', 'invitation_expired'],
    ['is used once', { acceptedAt: NOW, revokedAt: null, expiresAt: LATER }, 'accepted', 'invitation_used'],
    ['is revoked', { acceptedAt: null, revokedAt: NOW, expiresAt: LATER }, 'revoked', 'invitation_revoked'],
    [
      'stays used when its time is over',
      { acceptedAt: NOW, revokedAt: null, expiresAt: NOW },
      'accepted',
      'invitation_used',
    ],
  ])('%s', (_, dates, state, code) => {
    expect(invitationState(dates, NOW)).toBe(state);
    const opened = stillWaiting(dates, NOW);
    expect(opened instanceof Problem ? opened.code : null).toBe(code);
  });

  test('that there is not is unknown', () => {
    expect((stillWaiting(undefined, NOW) as Problem).code).toBe('invitation_unknown');
  });

  test('lasts seven days, and one where somebody waits for it', () => {
    expect(endOf('invitation', NOW)).toBe('2026-12-04T08:00:00.000Z');
    expect(endOf('setup', NOW)).toBe('2026-12-04T08:00:00.000Z');
    expect(endOf('reset', NOW)).toBe('2026-11-28T08:00:00.000Z');
  });
});

describe('what a link asks for', () => {
  test.each<[InvitationRow['purpose'], boolean, string | null, Door]>([
    ['invitation', false, null, 'new_account'],
    ['invitation', true, null, 'sign_in'],
    ['invitation', true, 'An@example.vn', 'take'],
    ['invitation', true, 'binh@example.vn', 'other'],
    ['invitation', false, 'binh@example.vn', 'other'],
    ['setup', false, null, 'new_operator'],
    ['setup', true, 'binh@example.vn', 'take'],
    ['reset', true, null, 'new_password'],
    ['reset', true, 'binh@example.vn', 'new_password'],
  ])(
    'of purpose %s, its address having an account: %s, signed in as %s, is %s',
    (purpose, isKnown, signedInAs, door) => {
      const email = purpose === 'setup' ? null : 'an@example.vn';
      expect(doorOf({ purpose, email }, isKnown, signedInAs)).toBe(door);
    },
  );
});
