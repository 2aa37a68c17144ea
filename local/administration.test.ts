import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { administration } from './administration.ts';
import { createHranaHandler, type HranaHandler } from './hrana/handler.ts';

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
  password: 'một mật khẩu',
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
