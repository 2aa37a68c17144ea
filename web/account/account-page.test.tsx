import { expect, test } from 'vitest';
import { page } from '../console/fixture.ts';
import { secondStepPage } from '../console/second-step.tsx';
import { pageProblems, tagOf } from '../ui/page-problems.ts';
import { accountPage } from './account-page.tsx';
import { factorSetupPage } from './factor-setup.tsx';
import { recoveryCodesPage } from './recovery-codes.tsx';
import type { AccountView } from './view.ts';

const uri =
  'otpauth://totp/%C4%90%E1%BB%8Ba%20B%C3%A0n:huong@example.vn?secret=ABCDEFGHIJKL&issuer=x&digits=6&period=30';

const view: AccountView = {
  ...page,
  user: page.user!,
  wanted: null,
  factor: null,
  passkeys: null,
  sessions: [
    {
      id: 's1',
      begunAt: '2026-11-27T01:00:00.000Z',
      seenAt: '2026-11-27T03:30:00.000Z',
      address: '113.161.72.…',
      browser: 'Firefox',
      system: 'Linux',
      isThis: true,
    },
    {
      id: 's2',
      begunAt: '2026-11-20T01:00:00.000Z',
      seenAt: '2026-11-26T17:30:00.000Z',
      address: null,
      browser: null,
      system: null,
      isThis: false,
    },
  ],
  notice: null,
  fault: null,
};

test('the account page offers to end every session but the one it is read in', () => {
  const html = accountPage(view);
  expect(html).toContain('Firefox trên Linux');
  expect(html).toContain('Không rõ thiết bị');
  expect(html).toContain('00:30 ngày 27/11/2026');
  expect(html).toContain('action="/tai-khoan/phien/s2/ket-thuc"');
  expect(html).not.toContain('/tai-khoan/phien/s1/');
  expect(pageProblems(html)).toEqual([]);
});

test('what is offered about the second factor follows from whether there is one', () => {
  const off = accountPage(view);
  const on = accountPage({ ...view, factor: { codesLeft: 7 } });
  expect(off).toContain('action="/tai-khoan/xac-thuc"');
  expect(off).not.toContain('/xac-thuc/tat');
  expect(on).toContain('Còn 7 mã khôi phục');
  expect(on).toContain('action="/tai-khoan/xac-thuc/tat"');
  expect(on).not.toContain('action="/tai-khoan/xac-thuc"');
  expect(pageProblems(on)).toEqual([]);
});

test('a refusal is announced, in both languages', () => {
  expect(accountPage({ ...view, fault: 'password_wrong' })).toMatch(/role="alert"[^>]*>Mật khẩu hiện tại không đúng\./);
  expect(accountPage({ ...view, language: 'en', fault: 'password_short' })).toMatch(
    /role="alert"[^>]*>The new password/,
  );
});

test('the set-up shows the key as a picture and in fours, and asks for the app’s code', () => {
  const html = factorSetupPage({ ...page, uri, wrong: true });
  expect(html).toContain('ABCD EFGH IJKL');
  expect(html).toContain('role="img"');
  expect(tagOf(html, 'code')).toContain('aria-describedby="error"');
  expect(pageProblems(html)).toEqual([]);
});

test('recovery codes are listed with whose they are', () => {
  const html = recoveryCodesPage({ ...page, codes: ['ab3de-7hjkm', 'cd3de-7hjkm'], isNew: true });
  expect(html).toContain('cd3de-7hjkm');
  expect(html).toContain('của Lò Thị Hương');
  expect(pageProblems(html)).toEqual([]);
});

test('the second step keeps where to go, escaped, and offers the way back', () => {
  const html = secondStepPage({ ...page, user: null, next: '/console/12"><b>', error: 'Mã không đúng.' });
  expect(html).toContain('name="next" value="/console/12&quot;>&lt;b>"');
  expect(tagOf(html, 'code')).toContain('aria-describedby="error"');
  expect(pageProblems(html)).toEqual([]);
});

test('passkeys are offered by a form that only the script shows, and listed with where they are kept', () => {
  const items = [
    { id: 'p1', name: 'Điện thoại', madeAt: '2026-11-27T01:00:00.000Z', isBackedUp: true },
    { id: 'p2', name: '<b>', madeAt: null, isBackedUp: false },
  ];
  const html = accountPage({ ...view, passkeys: { script: '/passkey-x.js', items } });
  expect(html).toMatch(/<form[^>]*\bhidden\b[^>]*data-passkey="make"/);
  expect(html).toContain('<script type="module" src="/passkey-x.js"');
  expect(html).toContain('lưu trên nhiều thiết bị (có sao lưu)');
  expect(html).toContain('aria-label="Xóa khóa &lt;b>"');
  expect(pageProblems(html)).toEqual([]);
  const without = accountPage(view);
  expect(without).not.toContain('data-passkey');
  expect(without).not.toContain('<script');
});

test('who has to show more than a password is told how, and led to their passkey when they have one', () => {
  const setUp = accountPage({ ...view, wanted: 'set_up' });
  expect(setUp).toContain('Hãy bật xác thực hai bước hoặc thêm khóa đăng nhập');
  expect(setUp).not.toContain('href="/sign-in/again"');
  const use = accountPage({ ...view, wanted: 'use_passkey' });
  expect(use).toContain('href="/sign-in/again"');
  for (const html of [setUp, use]) expect(pageProblems(html)).toEqual([]);
});
