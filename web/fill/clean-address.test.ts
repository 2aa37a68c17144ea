import { expect, test } from 'vitest';
import { cleanAddress } from './clean-address.ts';

test('is the beginning of the token’s SHA-256', async () => {
  expect(await cleanAddress('abc')).toBe('/p/ba7816bf8f01');
});
