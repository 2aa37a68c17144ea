import { createClient } from '@libsql/client/http';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql/http';
import { controlMigrations } from '../migrations/bundle.gen.ts';
import { migrate } from '../migrations/migrate.ts';
import { hashPassword } from '../worker/auth/password.ts';
import { isPlatformRole, type Role } from '../worker/auth/permissions.ts';
import { renewSessions } from '../worker/auth/session-store.ts';
import { account, memberships, platformRoleHolders, provinces, user } from '../worker/db/control.ts';
import { newId } from '../worker/db/id.ts';
import { createProvince, renameProvince } from '../worker/provinces/acts.ts';
import { openFleet } from '../worker/provinces/fleet.ts';
import { migrateFleet } from '../worker/provinces/migrate-fleet.ts';
import type { HranaHandler } from './hrana/handler.ts';
import { localEnvironment } from './settings.ts';

export interface NewStaff {
  email: string;
  name: string;
  password: string;
  provinceCode: string;
  role: Role;
}

/** The operator's acts on the databases of this machine, over the same protocol that the worker speaks. */
export interface Administration {
  /** Brings the control database and every registered province's up to date; returns what was applied, as `database: tag`. */
  migrateAll(): Promise<string[]>;
  /** Makes a province's database and registers it. Doing it again renames the province and changes nothing else. */
  createProvince(province: { code: string; name: string }): Promise<void>;
  /**
   * Makes an account with a role, or gives an existing account a further role and leaves its password. Says which; nothing is
   * done for a province that is not registered.
   */
  addStaff(staff: NewStaff): Promise<'created' | 'joined' | 'province unknown'>;
}

const BY = { actor: { kind: 'system' as const, id: 'admin' }, requestId: 'admin' };

export function administration(databases: Pick<HranaHandler, 'fetch' | 'dataDir'>): Administration {
  const now = () => new Date();
  const fleet = () => openFleet(localEnvironment(databases), BY.requestId);
  const control = createClient({
    url: 'http://control.turso.local',
    fetch: (request: Request) => databases.fetch(request),
  });
  const db = drizzle(control);

  return {
    async migrateAll() {
      const applied = (await migrate(control, controlMigrations, now)).map((tag) => `control: ${tag}`);
      const outcomes = await migrateFleet(fleet(), BY);
      applied.push(...outcomes.flatMap(({ code, applied: tags }) => tags.map((tag) => `p${code}: ${tag}`)));
      const failed = outcomes.find(({ reason }) => reason !== null);
      if (failed) throw new Error(`Province ${failed.code} was not migrated: ${failed.reason}`);
      return applied;
    },

    async createProvince({ code, name }) {
      const existing = await db.select().from(provinces).where(eq(provinces.code, code)).get();
      if (!existing || existing.deletedAt || existing.job === 'create')
        await createProvince(fleet(), { code, name }, BY);
      else await renameProvince(fleet(), existing, name, BY);
    },

    async addStaff({ name, password, provinceCode, role, ...staff }) {
      const email = staff.email.toLowerCase();
      const province = await db.select().from(provinces).where(eq(provinces.code, provinceCode)).get();
      if (!province) return 'province unknown';
      const existing = await db.select({ id: user.id }).from(user).where(eq(user.email, email)).get();
      const userId = existing?.id ?? newId();
      const createdAt = now().toISOString();
      const join = isPlatformRole(role)
        ? db.insert(platformRoleHolders).values({ userId, role, createdAt }).onConflictDoNothing()
        : db.insert(memberships).values({ userId, provinceCode, role, createdAt }).onConflictDoNothing();
      if (existing) {
        await db.batch([join, renewSessions({ write: db }, userId)]);
        return 'joined';
      }
      const login = { id: newId(), accountId: userId, userId, providerId: 'credential' };
      await db.batch([
        db.insert(user).values({ id: userId, email, name, emailVerified: true }),
        db.insert(account).values({ ...login, password: await hashPassword(password) }),
        join,
      ]);
      return 'created';
    },
  };
}
