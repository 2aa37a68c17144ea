import { expect, test } from 'vitest';
import { addressKey } from './client-address.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  [' 203.0.113.7 ', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:0DB8:0:0012:1:2:3:4', '2001:db8:0:12::/64'],
  ['2001:db8:0:12:ffff:ffff:ffff:ffff', '2001:db8:0:12::/64'],
  ['2001:db8::1', '2001:db8::/64'],
  ['2001:db8:0:13::1', '2001:db8:0:13::/64'],
  ['::1', '::/64'],
  ['fe80::', 'fe80::/64'],
  ['unknown', 'unknown'],
])('tries from %s count for %s', (address, key) => {
  expect(addressKey(address)).toBe(key);
});
