import { expect, test } from 'vitest';
import { PASSWORD_LENGTH } from './password.ts';
import { passwordFault } from './password-policy.ts';

const EMAIL = 'lo.thi.huong@laichau.example';

test.each([
  ['', 'password_short'],
  ['mười một ch', 'password_short'],
  ['đ'.repeat(11), 'password_short'],
  [`một câu dài ${'rất '.repeat(40)}`, 'password_long'],
  [EMAIL, 'password_email'],
  ['LO.THI.HUONG@LAICHAU.EXAMPLE', 'password_email'],
  ['lo.thi.huong2026!', 'password_email'],
  ['123456789012', 'password_common'],
  ['aaaaaaaaaaaaaa', 'password_common'],
  ['abababababab', 'password_common'],
  ['password1234', 'password_common'],
  ['Matkhau@123456', 'password_common'],
  ['Mật khẩu 2026!', 'password_common'],
  ['Admin@123456789', 'password_common'],
  ['qwertyuiop123', 'password_common'],
  ['anhyeuem123456', 'password_common'],
  ['P@ssw0rd2026!!', 'password_common'],
])('%j is no password: %s', (password, fault) => {
  expect(passwordFault(password, EMAIL)).toBe(fault);
});

test.each([
  'mật khẩu chỉ để thử',
  'con trâu đi trước cái cày',
  'Xk7-qm2w-Tt9p',
  'huong trồng ngô bên suối',
  'nhà tôi có 3 con gà trống',
])('%j is one', (password) => {
  expect(passwordFault(password, EMAIL)).toBeNull();
});

test('the bounds themselves are within, counted as browsers count', () => {
  const first = (length: number) => 'trâu đi cày ngô 🐃 '.repeat(10).slice(0, length);
  expect(passwordFault(first(PASSWORD_LENGTH.least), EMAIL)).toBeNull();
  expect(passwordFault(first(PASSWORD_LENGTH.most), EMAIL)).toBeNull();
  expect(passwordFault(first(PASSWORD_LENGTH.most + 1), EMAIL)).toBe('password_long');
});

test('a short address is no reason: its letters are in every sentence', () => {
  expect(passwordFault('con trâu an cỏ bên sông', 'an@example.vn')).toBeNull();
});
