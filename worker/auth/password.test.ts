import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';

test('a password verifies against its own hash only, however its accents are composed', async () => {
  const hash = await hashPassword('mật khẩu thử');
  expect(await verifyPassword({ hash, password: 'mật khẩu thử'.normalize('NFD') })).toBe(true);
  expect(await verifyPassword({ hash, password: 'mat khau thu' })).toBe(false);
});

test('a stored form that is not ours never verifies', async () => {
  expect(await verifyPassword({ hash: 'plain', password: 'plain' })).toBe(false);
});
