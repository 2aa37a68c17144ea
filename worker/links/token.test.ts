import { expect, test } from 'vitest';
import { newToken, readToken } from './token.ts';

test('a token names its province and is never the same twice', () => {
  const [first, second] = [newToken('12'), newToken('12')];
  expect(readToken(first)).toEqual({ provinceCode: '12', token: first });
  expect(first).not.toBe(second);
});

test('a token is read in capitals too', () => {
  const token = newToken('86');
  expect(readToken(token.toUpperCase())?.token).toBe(token);
});

test.each([
  '',
  '12',
  '12-abc',
  `1-${'a'.repeat(26)}`,
  `12-${'a'.repeat(27)}`,
  `12_${'a'.repeat(26)}`,
  `12-${'é'.repeat(26)}`,
])('%j is no token', (text) => {
  expect(readToken(text)).toBeNull();
});
