import { expect, test } from 'vitest';
import { factorOf, lacksFactor, parseFactor, rolesWithFactor } from './required-factor.ts';

const env = { REQUIRE_SECOND_FACTOR: ' operator, approver ,' };
const approver = { '12': ['reader' as const], '33': ['approver' as const] };

test('nobody has to show more than a password unless the operator says so', () => {
  expect(lacksFactor({}, { held: approver, factor: null })).toBe(false);
  expect(lacksFactor({ REQUIRE_SECOND_FACTOR: '' }, { held: { '*': ['operator'] }, factor: null })).toBe(false);
});

test('who holds such a role anywhere has to, and has done so by a code, a passkey or the provider', () => {
  expect(rolesWithFactor(env)).toEqual(['operator', 'approver']);
  expect(lacksFactor(env, { held: approver, factor: null })).toBe(true);
  expect(lacksFactor(env, { held: { '*': ['operator'] }, factor: null })).toBe(true);
  expect(lacksFactor(env, { held: { '12': ['reader', 'verifier'] }, factor: null })).toBe(false);
  for (const factor of ['code', 'passkey', 'provider'] as const) {
    expect(lacksFactor(env, { held: approver, factor })).toBe(false);
  }
});

test('a name that is no role is an error, and not a rule that nobody is held to', () => {
  expect(() => rolesWithFactor({ REQUIRE_SECOND_FACTOR: 'operator,aprover' })).toThrow('aprover');
});

test.each([
  ['/sign-in/email', 'passkey', null],
  [undefined, 'passkey', null],
  ['/two-factor/verify-totp', null, 'code'],
  ['/two-factor/verify-backup-code', null, 'code'],
  ['/passkey/sign-in', null, 'passkey'],
  ['/callback/:id', null, 'provider'],
  ['/change-password', 'passkey', 'passkey'],
  ['/two-factor/enable', null, null],
  ['/two-factor/disable', 'code', null],
  ['/two-factor/disable', 'provider', 'provider'],
] as const)('a session that comes by %s from one with %s says %s', (path, before, factor) => {
  expect(factorOf(path, before)).toBe(factor);
});

test.each([null, undefined, '', 'password', 1])('%o in a session is no second factor', (value) => {
  expect(parseFactor(value)).toBe(null);
});
