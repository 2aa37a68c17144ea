import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

const HERE = 'https://diaban.example.vn';

test.each(['/console/12?trang=2', '/console/12/rounds/0199/ket-qua#lai-châu', '/tai-khoan'])(
  'what was asked for before signing in is come back to: %s',
  (path) => expect(ownPath(path)).toBe(path),
);

// Browsers take "\" for "/" and leave tabs and line breaks out of an address before they read it.
test.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\r/evil.example',
  '/\n/evil.example',
  '/\t\\evil.example',
])('no address after signing in leads to another site: %j', (next) =>
  expect(new URL(ownPath(next), HERE).origin).toBe(HERE),
);

test.each([undefined, ['/console'], '', '/', 'https://evil.example', 'javascript:alert(1)', ' /console'])(
  'what is no path of ours leads to the console: %j',
  (next) => expect(ownPath(next)).toBe('/console'),
);
