import { expect, test } from 'vitest';
import { cursorOf, positionOf } from './cursor.ts';

test('a cursor holds its position, in letters that an address may have', () => {
  const cursor = cursorOf(['Đông Ninh?&', '0199']);
  expect(cursor).toMatch(/^[\w-]+$/);
  expect(positionOf(cursor)).toEqual(['Đông Ninh?&', '0199']);
});

test.each(['', 'abc', '12', cursorOf(['a', 'b']).slice(2), Buffer.from('["a"]').toString('base64url')])(
  '%s is no cursor',
  (cursor) => {
    expect(positionOf(cursor)).toBeNull();
  },
);
