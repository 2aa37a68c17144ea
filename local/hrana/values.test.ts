import { expect, it, test } from 'vitest';
import { fromNative, toNative } from './values.ts';

test.each([
  [{ type: 'null' } as const],
  [{ type: 'integer', value: '9223372036854775807' } as const],
  [{ type: 'integer', value: '-9223372036854775808' } as const],
  [{ type: 'float', value: 2 } as const],
  [{ type: 'text', value: 'Xã Bản Bo' } as const],
  [{ type: 'blob', base64: '' } as const],
  [{ type: 'blob', base64: 'AQ' } as const],
])('%o stays itself there and back', (value) => {
  expect(fromNative(toNative(value))).toEqual(value);
});

it('reads base64 with and without padding', () => {
  expect(toNative({ type: 'blob', base64: 'AQ==' })).toEqual(toNative({ type: 'blob', base64: 'AQ' }));
});

it('refuses an integer beyond 64 bits', () => {
  expect(() => toNative({ type: 'integer', value: '9223372036854775808' })).toThrow('does not fit in 64 bits');
});

it('refuses text that the library would cut off', () => {
  expect(() => toNative({ type: 'text', value: 'a\0b' })).toThrow('U+0000');
});

it('refuses to send an infinite number', () => {
  expect(() => fromNative(Number.POSITIVE_INFINITY)).toThrow('infinite');
});
