import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { administration } from '../../local/administration.ts';
import { buildWorker } from '../../local/build.ts';
import { Site } from '../../local/demo/site.ts';
import { startRuntime } from '../../local/runtime.ts';
import { compressing } from '../../test/support/compressing.ts';
import { hashPassword } from '../../worker/auth/password.ts';
import { surveyForm } from '../survey-form.ts';
import type { Page } from './sites.ts';

/** The fill page of one village as the service serves it, with its database behind it. */
export async function ourPage(): Promise<Page> {
  await buildWorker();
  const dataDir = await mkdtemp(join(tmpdir(), 'dia-ban-bench-'));
  const runtime = await startRuntime({ dataDir });
  const admin = administration(runtime.hrana);
  await admin.migrateAll();
  await admin.createProvince({ code: '12', name: 'Lai Châu' });
  const password = 'mật khẩu chỉ để đo';
  const staff = {
    email: 'bench@example.vn',
    name: 'Bench',
    passwordHash: await hashPassword(password),
    provinceCode: '12',
  };
  await admin.addStaff({ ...staff, role: 'designer' });
  const site = new Site(runtime.url);
  await site.signIn(staff.email, password);

  const province = '/provinces/12';
  const { items: units } = await site.api<{ items: { id: string; level: string }[] }>('POST', `${province}/units`, {
    communes: [{ kindLabel: 'xã', name: 'Bản Bo', villages: [{ kindLabel: 'bản', name: 'Nà Khuy' }] }],
  });
  const version = await site.api<{ id: string }>('POST', `${province}/forms`, { definition: surveyForm() });
  await site.api('POST', `${province}/forms/versions/${version.id}/publish`);
  const command = { name: 'Kỳ so sánh', kind: 'annual', formVersionId: version.id };
  const round = await site.api<{ id: string }>('POST', `${province}/rounds`, command);
  await site.api('POST', `${province}/rounds/${round.id}/open`);
  const { items } = await site.api<{ items: { url: string }[] }>('POST', `${province}/rounds/${round.id}/links`, {});

  const proxy = await compressing(runtime.url);
  const village = units.find(({ level }) => level === 'village')!;
  return {
    name: 'Địa Bàn, one village of the service',
    url: `${proxy.url}${new URL(items[0]!.url).pathname}/${village.id}/main`,
    total: '[name=total_01]',
    part: '[name=part_01]',
    async close() {
      proxy.close();
      await runtime.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
