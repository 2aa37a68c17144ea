import { expect, test } from 'vitest';
import { hourOf, takesNote } from './last-use.ts';

test('an hour is noted once, whatever is under way, and a later one again', () => {
  const hour = hourOf('2026-11-27T03:59:59.999Z');
  expect(hour).toBe('2026-11-27T03:00:00.000Z');
  const key = { id: 'a', lastUsedAt: null };
  expect(takesNote(key, hour)).toBe(true);
  expect(takesNote(key, hour)).toBe(false);
  expect(takesNote({ ...key, id: 'b' }, hour)).toBe(true);
  expect(takesNote(key, hourOf('2026-11-27T04:00:00.000Z'))).toBe(true);
});

test('what is already noted, here or elsewhere, is not written again', () => {
  const hour = '2026-11-27T03:00:00.000Z';
  expect(takesNote({ id: 'c', lastUsedAt: hour }, hour)).toBe(false);
  expect(takesNote({ id: 'c', lastUsedAt: '2026-11-27T04:00:00.000Z' }, hour)).toBe(false);
  expect(takesNote({ id: 'c', lastUsedAt: '2026-11-27T02:00:00.000Z' }, hour)).toBe(true);
});
