import { expect, test } from 'vitest';
import { Problem } from '../http/problem.ts';
import { decideSignInTry, type TryRow } from './sign-in-tries.ts';

const now = '2026-11-27T08:00:00.000Z';
const row = (failures: number, more: Partial<TryRow> = {}): TryRow => ({
  key: 'x',
  failures,
  lockedUntil: null,
  provedAt: null,
  at: '2026-11-27T07:59:00.000Z',
  ...more,
});
const LOCKED = { lockedUntil: '2026-11-27T08:10:00.000Z' };
const refused = (tries: Parameters<typeof decideSignInTry>[0]) => decideSignInTry(tries, now) instanceof Problem;
const locksOf = (tries: Parameters<typeof decideSignInTry>[0]) => {
  const counted = decideSignInTry(tries, now);
  return counted instanceof Problem ? [] : counted.filter(({ lockedUntil }) => lockedUntil).map(({ kind }) => kind);
};

test('the first failure counts for the account, the address and both together, and locks nothing', () => {
  expect(decideSignInTry({ account: null, address: null, pair: null }, now)).toEqual(
    ['account', 'address', 'pair'].map((kind) => ({ kind, failures: 1, lockedUntil: null })),
  );
});

test('the fifth from one address locks that address out of the account, and nobody else', () => {
  expect(locksOf({ account: row(4), address: row(4), pair: row(4) })).toEqual(['pair']);
});

test('twenty from many addresses lock the account, for a quarter of an hour at most', () => {
  expect(locksOf({ account: row(19), address: null, pair: null })).toEqual(['account']);
  const counted = decideSignInTry({ account: row(500), address: null, pair: null }, now);
  expect(counted).toContainEqual({ kind: 'account', failures: 501, lockedUntil: '2026-11-27T08:15:00.000Z' });
});

test('a locked account still opens where somebody signed in before, and nowhere else', () => {
  expect(refused({ account: row(20, LOCKED), address: null, pair: null })).toBe(true);
  expect(refused({ account: row(20, LOCKED), address: null, pair: row(0, { provedAt: now }) })).toBe(false);
});

test('a locked account still opens in a browser with which somebody signed in before, until that one guesses', () => {
  const locked = row(20, LOCKED);
  expect(decideSignInTry({ account: locked, pair: null }, now, true)).not.toBeInstanceOf(Problem);
  expect(decideSignInTry({ account: locked, pair: row(5, LOCKED) }, now, true)).toBeInstanceOf(Problem);
});

test('a known place that guesses is locked as any other', () => {
  expect(refused({ account: null, address: null, pair: row(5, { ...LOCKED, provedAt: now }) })).toBe(true);
});

test('an address that fails for many accounts is locked for all of them', () => {
  expect(locksOf({ account: null, address: row(49), pair: null })).toEqual(['address']);
  expect(refused({ account: null, address: row(50, LOCKED), pair: null })).toBe(true);
});

test('the refusal says until when, and a lock that ends now is over', () => {
  expect(decideSignInTry({ account: row(20, LOCKED) }, now)).toMatchObject({
    code: 'sign_in_locked',
    extension: LOCKED,
  });
  expect(refused({ account: row(20, { lockedUntil: now }) })).toBe(false);
});

test('after a day without one, failures are forgotten', () => {
  const old = { at: '2026-11-26T08:00:00.000Z' };
  expect(decideSignInTry({ account: row(19, old) }, now)).toEqual([
    { kind: 'account', failures: 1, lockedUntil: null },
  ]);
});
