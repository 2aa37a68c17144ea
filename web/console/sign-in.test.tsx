import { expect, test } from 'vitest';
import { pageProblems, tagOf } from '../ui/page-problems.ts';
import { page } from './fixture.ts';
import { signInPage } from './sign-in.tsx';

const view = { ...page, user: null, email: '', next: '/console/12"><script>', error: null };

test('posts to its address and carries where to go next, escaped', () => {
  const html = signInPage(view);
  expect(html).toContain('<form method="post" action="/sign-in">');
  expect(html).toContain('name="next" value="/console/12&quot;>&lt;script>"');
  expect(html).not.toContain('role="alert"');
  expect(pageProblems(html)).toEqual([]);
});

test('a refusal is announced, tied to the fields, and keeps the email but never the password', () => {
  const html = signInPage({ ...view, email: 'huong@example.vn', error: 'Thư điện tử hoặc mật khẩu chưa đúng.' });
  expect(html).toMatch(/role="alert"[^>]*>Thư điện tử hoặc mật khẩu chưa đúng\./);
  expect(tagOf(html, 'email')).toContain('value="huong@example.vn"');
  expect(tagOf(html, 'password')).toContain('aria-describedby="error"');
  expect(tagOf(html, 'password')).not.toContain('value=');
  expect(pageProblems(html)).toEqual([]);
});

test('offers no way out to somebody who is not in', () => {
  expect(signInPage(view)).not.toContain('/sign-out');
});
