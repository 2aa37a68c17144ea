import { expect, test } from 'vitest';
import { commandOf } from './key-fields.ts';

const TODAY = '2026-11-27';
const FIELDS = { name: ' Trục liên thông ', scopes: ['unit.read'], lastDay: '', networks: '' };

test('what is left empty is left to what is usual', () => {
  expect(commandOf(FIELDS, TODAY)).toEqual({ name: 'Trục liên thông', scopes: ['unit.read'] });
});

test('a day counts to its end, and networks stand in lines or behind commas', () => {
  const fields = { ...FIELDS, lastDay: TODAY, networks: '203.0.113.9/24\r\n 2001:DB8::/32, 192.0.2.1' };
  expect(commandOf(fields, TODAY)).toMatchObject({
    expiresAt: '2026-11-27T17:00:00.000Z',
    allowedAddresses: ['203.0.113.0/24', '2001:db8::/32', '192.0.2.1/32'],
  });
});

test.each([
  [{ name: ' ' }, ['name']],
  [{ scopes: [] }, ['scopes']],
  [{ scopes: ['unit.write'] }, ['scopes']],
  [{ lastDay: '2026-11-26' }, ['lastDay']],
  [{ lastDay: '2027-02-30' }, ['lastDay']],
  [{ lastDay: '2300-01-01' }, ['lastDay']],
  [{ networks: 'tinh.example.vn' }, ['networks']],
  [{ name: '', networks: 'x', lastDay: 'x' }, ['name', 'networks', 'lastDay']],
])('%o is wrong in %o', (wrong, errors) => {
  expect(commandOf({ ...FIELDS, ...wrong }, TODAY)).toEqual(errors);
});
