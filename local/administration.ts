import type { Client } from '@libsql/client';
import { createClient } from '@libsql/client/http';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql/http';
import { controlMigrations, provinceMigrations } from '../migrations/bundle.gen.ts';
import { migrate } from '../migrations/migrate.ts';
import { hashPassword } from '../worker/auth/password.ts';
import { isPlatformRole, type Role } from '../worker/auth/permissions.ts';
import { account, memberships, platformRoleHolders, provinces, user } from '../worker/db/control.ts';
import { newId } from '../worker/db/id.ts';

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

const databaseOf = (provinceCode: string) => `p${provinceCode}`;
const addressOf = (database: string) => `http://${database}.turso.local`;

export function administration(databases: { fetch(request: Request): Promise<Response> }): Administration {
  const now = () => new Date();
  const connect = (url: string): Client => createClient({ url, fetch: (request: Request) => databases.fetch(request) });
  const control = connect(addressOf('control'));
  const db = drizzle(control);

  return {
    async migrateAll() {
      const applied = (await migrate(control, controlMigrations, now)).map((tag) => `control: ${tag}`);
      const { code, databaseUrl } = provinces;
      for (const province of await db.select({ code, databaseUrl }).from(provinces)) {
        // Where the registry says: a restored province may have another file than the one of its code.
        const tags = await migrate(connect(province.databaseUrl), provinceMigrations, now);
        applied.push(...tags.map((tag) => `p${province.code}: ${tag}`));
      }
      return applied;
    },

    async createProvince({ code, name }) {
      await migrate(connect(addressOf(databaseOf(code))), provinceMigrations, now);
      const row = { code, name, databaseUrl: addressOf(databaseOf(code)), createdAt: now().toISOString() };
      await db.insert(provinces).values(row).onConflictDoUpdate({ target: provinces.code, set: { name } });
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
        await join;
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
