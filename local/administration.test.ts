import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client/http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashPassword } from '../worker/auth/password.ts';
import { administration, administrationOf } from './administration.ts';
import { firstStart } from './first-start.ts';
import { createHranaHandler, type HranaHandler } from './hrana/handler.ts';
import { localEnvironment } from './settings.ts';

let dataDir: string;
let databases: HranaHandler;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'dia-ban-'));
  databases = createHranaHandler({ dataDir });
});
afterEach(() => {
  databases.close();
  rmSync(dataDir, { recursive: true });
});

const staff = {
  email: 'An@Example.vn',
  name: 'An',
  passwordHash: await hashPassword('một mật khẩu'),
  provinceCode: '12',
  role: 'reader',
} as const;

test('all registered databases are brought up to date, and a second time there is nothing to do', async () => {
  const admin = administration(databases);
  expect((await admin.migrateAll()).every((line) => line.startsWith('control: '))).toBe(true);
  await admin.createProvince({ code: '12', name: 'Lai Châu' });
  await admin.createProvince({ code: '12', name: 'Lai Châu' });
  expect(await admin.migrateAll()).toEqual([]);
});

test('an account is made once, and joins further provinces with the password that it has', async () => {
  const admin = administration(databases);
  await admin.migrateAll();
  expect(await admin.addStaff(staff)).toBe('province unknown');
  await admin.createProvince({ code: '12', name: 'Lai Châu' });
  await admin.createProvince({ code: '33', name: 'Hưng Yên' });
  expect(await admin.addStaff(staff)).toBe('created');
  expect(await admin.addStaff({ ...staff, email: 'an@example.vn', provinceCode: '33' })).toBe('joined');
});

test('while nobody is an operator each start gives a link to become one, and the one before opens no longer', async () => {
  const admin = administration(databases, 'https://diaban.example.vn');
  await admin.migrateAll();
  const [first, second] = [await firstStart(admin), await firstStart(admin)];
  const link = /https:\/\/diaban\.example\.vn\/moi\/[0-9a-z]{26}$/;
  expect([first, second]).toEqual([expect.stringMatching(link), expect.stringMatching(link)]);
  expect(first).not.toBe(second);
  const { rows } = await createClient({ url: 'http://control.turso.local', fetch: databases.fetch }).execute(
    'SELECT purpose, email, roles, revoked_at IS NULL AS opens FROM invitations ORDER BY id',
  );
  const setup = { purpose: 'setup', email: null, roles: '{"*":["operator"]}' };
  expect(rows.map((row) => ({ ...row }))).toEqual([
    { ...setup, opens: 0 },
    { ...setup, opens: 1 },
  ]);
  await admin.createProvince({ code: '12', name: 'Lai Châu' });
  await admin.addStaff({ ...staff, role: 'operator' });
  expect(await firstStart(admin)).toBeNull();
});

test('people are invited to provinces that are registered, and to the service', async () => {
  const admin = administration(databases);
  await admin.migrateAll();
  expect(await admin.inviteStaff(staff)).toBeNull();
  expect(await admin.inviteStaff({ ...staff, role: 'operator' })).toMatch(/\/moi\/[0-9a-z]{26}$/);
  await admin.createProvince({ code: '12', name: 'Lai Châu' });
  expect(await admin.inviteStaff(staff)).toMatch(/\/moi\/[0-9a-z]{26}$/);
});

test('no link is made where nobody said for what address', async () => {
  await administration(databases).migrateAll();
  const remote = administrationOf(localEnvironment(databases, ''));
  await expect(remote.setupLink()).rejects.toThrow('PUBLIC_URL');
  await expect(remote.inviteStaff({ ...staff, role: 'operator' })).rejects.toThrow('PUBLIC_URL');
});
