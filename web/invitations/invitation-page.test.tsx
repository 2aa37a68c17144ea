import { expect, test } from 'vitest';
import { page } from '../console/fixture.ts';
import { pageProblems, tagOf } from '../ui/page-problems.ts';
import { invitationPage } from './invitation-page.tsx';
import type { InvitationDoor, InvitationView } from './view.ts';

const view: InvitationView = {
  ...page,
  user: null,
  door: 'new_account',
  action: '/moi/0123456789abcdefghjkmnpqrs',
  email: 'huong@example.vn',
  invitedBy: 'Trần Văn Bình',
  places: [{ name: 'Lai Châu', roles: ['designer', 'reader'] }],
  expiresAt: '2026-12-04T01:15:00.000Z',
  removesSecondFactor: false,
  typed: { name: 'Lò Thị Hương', email: '' },
  faults: [],
};

test('who invites to what, and until when, is read before anything is typed', () => {
  const html = invitationPage(view);
  for (const shown of ['Trần Văn Bình', 'Lai Châu', 'thiết kế biểu mẫu, xem', '08:15 ngày 04/12/2026']) {
    expect(html).toContain(shown);
  }
  expect(html).toContain('action="/moi/0123456789abcdefghjkmnpqrs"');
  expect(tagOf(html, 'email')).toContain('readonly');
  expect(pageProblems(html)).toEqual([]);
});

const signedIn = { user: page.user };
test.each<[InvitationDoor, Partial<InvitationView>, string[], string[]]>([
  ['take', signedIn, ['Nhận lời mời'], ['name="password"', 'name="name"']],
  ['sign_in', {}, ['/sign-in?next=%2Fmoi%2F0123456789abcdefghjkmnpqrs'], ['name="password"', '<form']],
  ['other', signedIn, ['action="/sign-out"', 'Lò Thị Hương (huong@example.vn)'], ['name="password"']],
  [
    'new_operator',
    { email: null, invitedBy: null, places: [{ name: null, roles: ['operator'] }] },
    ['Vai trò trong toàn hệ thống'],
    ['readonly'],
  ],
  ['new_password', { places: [] }, ['vẫn giữ nguyên', 'name="password"'], ['name="name"', 'Người mời']],
  ['new_password', { places: [], removesSecondFactor: true }, ['sẽ được gỡ'], ['vẫn giữ nguyên']],
])('the page for %s asks for what it needs and no more', (door, others, shown, hidden) => {
  for (const language of ['vi', 'en'] as const) {
    const html = invitationPage({ ...view, ...others, door, language });
    expect(pageProblems(html)).toEqual([]);
  }
  const html = invitationPage({ ...view, ...others, door });
  for (const text of shown) expect(html).toContain(text);
  for (const text of hidden) expect(html).not.toContain(text);
});

test('what is wrong is announced and stands at its field; the password is never filled in', () => {
  const html = invitationPage({ ...view, faults: ['name_missing', 'password_short'] });
  expect(html).toContain('<title>Chưa thực hiện được: ');
  expect(html).toMatch(/role="alert"/);
  expect(tagOf(html, 'name')).toContain('aria-describedby="error-name"');
  expect(tagOf(html, 'password')).toContain('aria-describedby="password-hint error-password"');
  expect(tagOf(html, 'password')).not.toContain('value=');
  expect(pageProblems(html)).toEqual([]);
});

test('names that look like markup are text', () => {
  const html = invitationPage({ ...view, invitedBy: '<script>x</script>', typed: { name: '"><b>', email: '' } });
  expect(html).not.toContain('<script>x');
  expect(html).not.toContain('"><b>');
});
