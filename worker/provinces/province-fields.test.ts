import { expect, test } from 'vitest';
import { commandOf, NO_FIELDS, provinceFields } from './province-fields.ts';

const good = { ...NO_FIELDS, code: '14', name: 'Sơn La' };
const url = 'libsql://son-la.example.vn';

test.each([
  ['one that is made', good, '', { code: '14', name: 'Sơn La' }],
  ['one in a group', { ...good, group: 'sin' }, '', { code: '14', name: 'Sơn La', group: 'sin' }],
  ['one that is there', { ...good, databaseUrl: url }, '', { code: '14', name: 'Sơn La', databaseUrl: url }],
  [
    'one that is there and wants a token',
    { ...good, databaseUrl: url },
    'a.b',
    { code: '14', name: 'Sơn La', databaseUrl: url, token: 'a.b' },
  ],
])('the form asks for %s', (_, fields, token, command) => {
  expect(commandOf(fields, token)).toEqual(command);
});

test.each([
  ['nothing typed', NO_FIELDS, '', ['code', 'name']],
  ['a code of letters', { ...good, code: 'ab' }, '', ['code']],
  ['a code of three digits', { ...good, code: '012' }, '', ['code']],
  ['a name that is too long', { ...good, name: 'x'.repeat(101) }, '', ['name']],
  ['a group with spaces', { ...good, group: 'sin ga po' }, '', ['group']],
  ['an address that is not encrypted', { ...good, databaseUrl: 'http://son-la.example.vn' }, '', ['databaseUrl']],
  ['an address with a password', { ...good, databaseUrl: 'libsql://a:b@son-la.example.vn' }, '', ['databaseUrl']],
  ['a token of words', { ...good, databaseUrl: url }, 'mã truy cập', ['token']],
  ['a token of no database', good, 'a.b', ['databaseUrl']],
])('says which fields are wrong: %s', (_, fields, token, errors) => {
  expect(commandOf(fields, token)).toEqual(errors);
});

test('spaces around what was typed are not part of it, and a missing field is an empty one', () => {
  expect(provinceFields({ code: ' 14 ', databaseUrl: ` ${url}\n` })).toEqual({
    ...NO_FIELDS,
    code: '14',
    databaseUrl: url,
  });
});
