import { expect, test } from 'vitest';
import { unitName, unitTitle } from './unit-title.ts';

test('the kind stands before the name once and only once', () => {
  expect(unitTitle({ name: 'Bản Bo', kindLabel: 'xã' })).toBe('Xã Bản Bo');
  expect(unitTitle({ name: 'Tam Đường', kindLabel: 'thị trấn' })).toBe('Thị trấn Tam Đường');
  expect(unitTitle({ name: 'Khu phố 3', kindLabel: 'khu phố' })).toBe('Khu phố 3');
  expect(unitTitle({ name: '3', kindLabel: 'Thôn' })).toBe('Thôn 3');
  expect(unitTitle({ name: 'Nà Can', kindLabel: '' })).toBe('Nà Can');
});

test('within a sentence the kind is written small', () => {
  expect(unitName({ name: 'Bản Bo', kindLabel: 'Xã' })).toBe('xã Bản Bo');
});
