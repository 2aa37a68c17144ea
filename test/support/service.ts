import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { administration } from '../../local/administration.ts';
import { Site } from '../../local/demo/site.ts';
import { type Runtime, type RuntimeOptions, startRuntime } from '../../local/runtime.ts';
import { hashPassword } from '../../worker/auth/password.ts';
import type { Role } from '../../worker/auth/permissions.ts';
import { UnrecordedWrites } from './unrecorded-writes.ts';

export const PASSWORD = 'mật khẩu chỉ để thử';
/** Worked out once: it takes a quarter of a second, and every test signs somebody in. */
const passwordHash = hashPassword(PASSWORD);

export interface Service {
  url: string;
  dataDir: string;
  runtime: Runtime;
  /** Signs in as a person of a province, making the account when there is none; one person may be given several roles. */
  as(role: Role, provinceCode?: string, person?: string): Promise<Site>;
  /** Nobody. */
  stranger: Site;
  /** What was written so far without an event. */
  writes: UnrecordedWrites;
  /**
   * Stops the service; its data go too, unless they are to be opened again. Throws when anything was written without an event, so
   * that every test of the service is one of that too.
   */
  stop(options?: { keepData: boolean }): Promise<void>;
}

/** The whole service on an address of its own: the built worker in workerd over libSQL files, with provinces 12 and 33. */
export async function startService(options: Partial<RuntimeOptions> = {}): Promise<Service> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'dia-ban-')));
  const writes = new UnrecordedWrites();
  const onPipeline: RuntimeOptions['onPipeline'] = (event) => {
    writes.see(event);
    return options.onPipeline?.(event);
  };
  const runtime = await startRuntime({ port: 0, ...options, dataDir, onPipeline });
  const admin = administration(runtime.hrana);
  await admin.migrateAll();
  await admin.createProvince({ code: '12', name: 'Lai Châu' });
  await admin.createProvince({ code: '33', name: 'Hưng Yên' });
  return {
    url: runtime.url,
    dataDir,
    runtime,
    stranger: new Site(runtime.url),
    writes,
    async as(role, provinceCode = '12', person = role) {
      const email = `${person}.${provinceCode}@example.vn`;
      const name = `Người ${role}`;
      await admin.addStaff({ email, name, passwordHash: await passwordHash, provinceCode, role });
      const site = new Site(runtime.url);
      await site.signIn(email, PASSWORD);
      return site;
    },
    async stop({ keepData } = { keepData: false }) {
      await runtime.stop();
      if (!keepData) await rm(dataDir, { recursive: true, force: true });
      writes.verify();
    },
  };
}
