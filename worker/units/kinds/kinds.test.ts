import { expect, test } from 'vitest';
import { defaultKinds, kindNamed, kindsOf, nearestKind } from './kinds.ts';

test.each([
  ['xã', 'xã'],
  ['Thị  Trấn ', 'thị trấn'],
  ['bản'.normalize('NFD'), 'bản'],
  ['ban', undefined],
  ['huyện', undefined],
])('%s is the kind %s', (text, label) => {
  expect(kindNamed(defaultKinds, text)?.label).toBe(label);
});

test("a village's kind is no commune's", () => {
  expect(kindNamed(defaultKinds, 'bản', 'commune')).toBeUndefined();
  expect(kindNamed(defaultKinds, 'bản', 'village')?.label).toBe('bản');
});

test.each([
  ['ban', 'village', 'bản'],
  ['tổ dân phô', 'village', 'tổ dân phố'],
  ['Tổ dân phố số', 'village', 'tổ dân phố'],
  ['thi tran', 'commune', 'thị trấn'],
  ['đặc-khu', undefined, 'đặc khu'],
  ['khu pho', undefined, 'khu phố'],
] as const)('what is nearest to %s among the kinds of a %s is %s', (text, level, label) => {
  expect(nearestKind(defaultKinds, text, level)).toBe(label);
});

test('a province that has kinds of its own has no others', () => {
  expect(kindsOf([])).toBe(defaultKinds);
  expect(kindsOf([{ level: 'village', label: 'bon' }])).toEqual([{ level: 'village', label: 'bon' }]);
});
