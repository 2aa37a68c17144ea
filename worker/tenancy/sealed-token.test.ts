import { expect, test } from 'vitest';
import { isSealedWith, openToken, sealToken } from './sealed-token.ts';

const [first, second] = ['a'.repeat(64), 'b'.repeat(64)];
const only = (current: string) => ({ current, previous: [] });

test('a token opens again for its province, and is not readable in between', async () => {
  const sealed = await sealToken('eyJ.token', '12', first);
  expect(sealed).not.toContain('eyJ');
  expect(await openToken(sealed, '12', only(first))).toBe('eyJ.token');
});

test('it opens for no other province, with no other secret, and not when it was altered', async () => {
  const sealed = await sealToken('eyJ.token', '12', first);
  await expect(openToken(sealed, '33', only(first))).rejects.toThrow();
  await expect(openToken(sealed, '12', only(second))).rejects.toThrow();
  await expect(openToken(`${sealed.slice(0, -6)}AAAA==`, '12', only(first))).rejects.toThrow();
  await expect(openToken('v9.a.b.c', '12', only(first))).rejects.toThrow('unknown form');
});

test('while the secret is being changed, tokens of the former and of the present one open', async () => {
  const both = { current: second, previous: [first] };
  const [old, fresh] = [await sealToken('cu', '12', first), await sealToken('moi', '12', second)];
  expect([await openToken(old, '12', both), await openToken(fresh, '12', both)]).toEqual(['cu', 'moi']);
  expect([await isSealedWith(old, second), await isSealedWith(fresh, second)]).toEqual([false, true]);
});

test('a token sealed before seals named their secret still opens, under either, and wants a new seal', async () => {
  // The older form is the same but for the name.
  const [, , iv, text] = (await sealToken('eyJ.token', '12', first)).split('.');
  const unnamed = `v1.${iv}.${text}`;
  expect(await openToken(unnamed, '12', only(first))).toBe('eyJ.token');
  expect(await openToken(unnamed, '12', { current: second, previous: [first] })).toBe('eyJ.token');
  expect(await isSealedWith(unnamed, first)).toBe(false);
});

test('sealing the same token twice gives different texts', async () => {
  expect(await sealToken('t', '12', first)).not.toBe(await sealToken('t', '12', first));
});
