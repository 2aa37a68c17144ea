import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';
import { codeTyped } from './second-step.ts';

test.each([
  ['123456', { totp: '123456' }],
  [' 123 456 ', { totp: '123456' }],
  ['ab3de-7hjkm', { recovery: 'ab3de-7hjkm' }],
  ['AB3DE 7HJKM', { recovery: 'ab3de-7hjkm' }],
  ['ab3de7hjkm', { recovery: 'ab3de-7hjkm' }],
  ['12345-67890', { recovery: '12345-67890' }],
])('%s is read as %o', (text, read) => {
  expect(codeTyped(text)).toEqual(read);
});

test.each([
  ['/console/12?x=1', '/console/12?x=1'],
  ['//evil.example', '/console'],
  ['/\\evil.example', '/console'],
  ['https://evil.example', '/console'],
  ['/a\nSet-Cookie: x', '/console'],
  [undefined, '/console'],
])('after signing in, %s leads to %s', (next, path) => {
  expect(ownPath(next)).toBe(path);
});
