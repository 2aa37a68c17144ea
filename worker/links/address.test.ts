import { expect, test } from 'vitest';
import { readOwnAddress } from './address.ts';
import { newToken } from './token.ts';

const token = newToken('12');

test('behind its own address a token may ask to stay there', () => {
  const read = { provinceCode: '12', token };
  expect(readOwnAddress(token)).toEqual({ ...read, base: `/s/${token}`, stays: false });
  expect(readOwnAddress(`${token}-mo`)).toEqual({ ...read, base: `/s/${token}-mo`, stays: true });
  expect(readOwnAddress(`${token}-MO`.toUpperCase())?.base).toBe(`/s/${token}-mo`);
});

test.each(['', '-mo', 'abc', `${token}-m`, `${token}mo`, `${token}-mo-mo`])('%j is no address of a link', (segment) => {
  expect(readOwnAddress(segment)).toBeNull();
});
