import { expect, test } from 'vitest';
import { openToken, sealToken } from './sealed-token.ts';

const secret = 'a'.repeat(64);

test('a sealed token opens again for the same province and secret', async () => {
  const sealed = await sealToken('token-of-12', '12', secret);
  expect(sealed).not.toContain('token-of-12');
  expect(await openToken(sealed, '12', secret)).toBe('token-of-12');
});

test.each([
  ['another province', '33', secret],
  ['another secret', '12', 'b'.repeat(64)],
])('a sealed token does not open for %s', async (_, code, otherSecret) => {
  const sealed = await sealToken('token-of-12', '12', secret);
  await expect(openToken(sealed, code, otherSecret)).rejects.toThrow();
});

test('sealing the same token twice gives different texts', async () => {
  expect(await sealToken('t', '12', secret)).not.toBe(await sealToken('t', '12', secret));
});
