import { expect, test } from 'vitest';
import { keepable, readKept } from './kept-form.ts';

const form = (action: string, fields: [string, string][] = [['name', 'Hệ thống của tỉnh']]) => ({ action, fields });
const read = (value: unknown) => readKept(JSON.stringify(value));

test('a form of the console or of one’s account is carried, with every value of a field in its order', () => {
  const scopes: [string, string][] = [
    ['scopes', 'readiness.read'],
    ['name', '"><script>'],
    ['scopes', 'unit.read'],
  ];
  for (const kept of [form('/console/12/tich-hop?x=1', scopes), form('/tai-khoan/mat-khau')]) {
    expect(keepable(kept)).toEqual(kept);
    expect(read(kept)).toEqual(kept);
  }
});

test.each([
  '//evil.example/console',
  'https://evil.example/console',
  '/\\evil.example',
  '/console\\..\\x',
  '/console/12 x',
  '/consolex',
  '/v1/provinces/12/keys',
  '/sign-out',
  '/s/abc/nop',
])('a form that goes to %s is not', (action) => {
  expect(keepable(form(action))).toBe(null);
  expect(read(form(action))).toBe(null);
});

test.each(['password', 'newPassword', 'databaseToken', 'clientSecret', 'pin'])(
  'a form with something in its field %s is not carried at all: without it, it would be another',
  (name) => {
    expect(keepable(form('/console/12/x', [[name, 'x']]))).toBe(null);
    const empty = form('/console/12/x', [[name, '']]);
    expect(keepable(empty)).toEqual(empty);
  },
);

test.each(['', '{"id":"x"}'])(
  'a form for what a device answers is not carried, whether it has the answer (%j) or not',
  (answer) => {
    const passkey: [string, string][] = [
      ['name', 'Máy'],
      ['credential', answer],
    ];
    expect(keepable(form('/tai-khoan/khoa-dang-nhap', passkey))).toBe(null);
  },
);

test('a form that is too large is not', () => {
  expect(keepable(form('/console/12/x', [['name', 'x'.repeat(65_533)]]))).toBe(null);
  const many = Array.from({ length: 501 }, (): [string, string] => ['a', 'b']);
  expect(keepable(form('/console/12/x', many))).toBe(null);
});

test.each([
  '',
  'null',
  '[]',
  '{"action":"/console"}',
  '{"action":"/console","fields":[["a",1]]}',
  '{"action":1,"fields":[]}',
])('%j is nothing that we carry', (json) => {
  expect(readKept(json)).toBe(null);
});
