import { expect, test } from 'vitest';
import { networksAround, normalAddress, normalNetwork } from './networks.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  [' 203.0.113.7 ', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::FFFF:cb00:7107', '203.0.113.7'],
  ['2001:0DB8:0:0:0:0:0:1', '2001:db8::1'],
  ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
  ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
  ['::', '::'],
  ['::1', '::1'],
  ['1::', '1::'],
  ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
])('the address %s is written %s', (address, normal) => {
  expect(normalAddress(address)).toBe(normal);
});

test.each([
  '',
  'localhost',
  '203.0.113',
  '203.0.113.256',
  '203.0.113.07',
  '203.0.113.7:443',
  '1.2.3.4.5',
  ':::',
  '1::2::3',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7::8',
  '1:2:3:4:5:6:7:8:9',
  'fe80::1%eth0',
  '[::1]',
  '::12345',
  '::1.2.3',
])('%j is no address', (address) => {
  expect(normalAddress(address)).toBe(null);
  expect(normalNetwork(address)).toBe(null);
  expect(networksAround(address)).toEqual([]);
});

test.each([
  ['203.0.113.9/24', '203.0.113.0/24'],
  ['203.0.113.9', '203.0.113.9/32'],
  ['203.0.113.255/25', '203.0.113.128/25'],
  ['0.0.0.0/0', '0.0.0.0/0'],
  ['2001:db8:ffff::1/33', '2001:db8:8000::/33'],
  ['2001:db8::1', '2001:db8::1/128'],
  ['::ffff:203.0.113.9/120', '203.0.113.0/24'],
])('the network %s is written %s', (network, normal) => {
  expect(normalNetwork(network)).toBe(normal);
});

test.each([
  '203.0.113.0/33',
  '203.0.113.0/-1',
  '203.0.113.0/',
  '203.0.113.0/024',
  '::/129',
  '10.0.0.0/8/8',
  '::ffff:1.2.3.4/95',
])('%s is no network', (network) => {
  expect(normalNetwork(network)).toBe(null);
});

test.each([
  ['203.0.113.7', '203.0.113.0/24', true],
  ['203.0.114.7', '203.0.113.0/24', false],
  ['203.0.113.7', '203.0.113.7', true],
  ['203.0.113.8', '203.0.113.7', false],
  ['::ffff:203.0.113.7', '203.0.113.0/24', true],
  ['2001:db8:0:12::5', '2001:db8::/32', true],
  ['2001:db9::5', '2001:db8::/32', false],
  ['203.0.113.7', '::/0', false],
  ['::1', '0.0.0.0/0', false],
])('%s within %s: %s', (address, network, within) => {
  expect(networksAround(address).includes(normalNetwork(network)!)).toBe(within);
});
