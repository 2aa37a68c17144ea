import { expect, test } from 'vitest';
import { type CachedList, cachedList, keepList } from './list-cache.ts';

const list = (resultsVersion: number): CachedList => ({
  resultsVersion,
  settingsRevision: 0,
  etag: '"x"',
  contentType: 'application/json',
  body: new Uint8Array(),
});

test('the newest list of a key replaces the one before', () => {
  keepList('12/a', list(1));
  keepList('12/a', list(2));
  expect(cachedList('12/a')?.resultsVersion).toBe(2);
  expect(cachedList('33/a')).toBeUndefined();
});

test('what was made longest ago is dropped first, so that memory is bounded', () => {
  keepList('first', list(1));
  for (let i = 0; i < 24; i += 1) keepList(`other ${i}`, list(1));
  expect(cachedList('first')).toBeUndefined();
  expect(cachedList('other 0')).toBeDefined();
});
