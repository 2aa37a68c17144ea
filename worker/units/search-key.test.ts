import { expect, test } from 'vitest';
import { fold, searchKey } from './search-key.ts';

test.each([
  ['Phượng Tiến', 'phuong tien'],
  ['ĐẮK LẮK', 'dak lak'],
  ['Tổ dân phố số 5', 'to dan pho so 5'],
  ['Bản Bo'.normalize('NFD'), 'ban bo'],
])('%s is found by %s', (name, found) => {
  expect(fold(name)).toBe(found);
});

test('a unit is found by its official code too', () => {
  expect(searchKey({ name: 'Phượng Tiến', code: '05563' })).toBe('phuong tien 05563');
});
