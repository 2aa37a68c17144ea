import { expect, test } from 'vitest';
import { pageProblems, tagOf } from '../ui/page-problems.ts';
import { continuePage } from './continue.tsx';
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

const kept = {
  action: '/console/12/tich-hop',
  fields: [
    ['name', '"><script>'],
    ['scopes', 'a'],
    ['scopes', 'b'],
  ] as [string, string][],
};

test('a form that waits for the proof goes along with every way in, and the provider opens beside it', () => {
  const html = signInPage({ ...view, again: true, kept, passkeyScript: '/passkey-x.js', provider: 'Cổng' });
  const carried = html.match(/name="kept" value="([^"]*)"/g) ?? [];
  expect(carried).toHaveLength(2);
  expect(carried[0]).toContain('&quot;scopes&quot;,&quot;b&quot;');
  expect(html).toMatch(/href="\/sign-in\/oidc\?[^"]*again=1" target="_blank" rel="noopener"/);
  expect(html).toMatch(/<form class="other-way" method="post" action="\/console\/12\/tich-hop">/);
  expect(pageProblems(html)).toEqual([]);
});

test('after the proof one button sends the form, field by field and in order', () => {
  const html = continuePage({ ...page, user: null, next: '/console/12', kept });
  expect(html.match(/name="[^"]*" value="[^"]*"/g)).toEqual([
    'name="name" value="&quot;>&lt;script>"',
    'name="scopes" value="a"',
    'name="scopes" value="b"',
  ]);
  expect(html).toContain('action="/console/12/tich-hop"');
  expect(html.match(/<button/g)).toHaveLength(1);
  expect(pageProblems(html)).toEqual([]);
});
