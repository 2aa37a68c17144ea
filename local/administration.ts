import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql/http';
import { controlMigrations } from '../migrations/bundle.gen.ts';
import { migrate } from '../migrations/migrate.ts';
import { controlEvent } from '../worker/audit/event.ts';
import { isPlatformRole, type Role } from '../worker/auth/permissions.ts';
import { EVERYWHERE } from '../worker/auth/session-roles.ts';
import { renewSessions } from '../worker/auth/session-store.ts';
import { account, memberships, platformRoleHolders, provinces, user } from '../worker/db/control.ts';
import { newId } from '../worker/db/id.ts';
import { openClient } from '../worker/db/open.ts';
import type { Env } from '../worker/env.ts';
import { createInvitation, newLink } from '../worker/invitations/create-invitation.ts';
import { insertSetup } from '../worker/invitations/store.ts';
import { invitationUrl } from '../worker/invitations/token.ts';
import { createProvince, renameProvince } from '../worker/provinces/acts.ts';
import { type Fleet, openFleet } from '../worker/provinces/fleet.ts';
import { migrateFleet } from '../worker/provinces/migrate-fleet.ts';
import { controlConnection, control as openRegistry } from '../worker/tenancy/tenant.ts';
import { UsageError } from './admin/command.ts';
import type { HranaHandler } from './hrana/handler.ts';
import { localEnvironment } from './settings.ts';

export interface Invited {
  email: string;
  name: string;
  provinceCode: string;
  role: Role;
}

export interface NewStaff extends Invited {
  /** As it is stored (worker/auth/password.ts): whoever makes many accounts with one password works it out once. */
  passwordHash: string;
}

/** The operator's acts on the databases of this machine, over the same protocol that the worker speaks. */
export interface Administration {
  /** The same for the operations that the API has too (worker/provinces/acts.ts). */
  fleet(): Fleet;
  /** Brings the control database and every registered province's up to date; returns what was applied, as `database: tag`. */
  migrateAll(): Promise<string[]>;
  /** Makes a province's database and registers it. Doing it again renames the province and changes nothing else. */
  createProvince(province: { code: string; name: string }): Promise<void>;
  /**
   * Makes an account with a role, or gives an existing account a further role and leaves its password. Says which; nothing is
   * done for a province that is not registered.
   */
  addStaff(staff: NewStaff): Promise<'created' | 'joined' | 'province unknown'>;
  /** Invites somebody to a role; gives the link, or null for a province that is not registered or is going. */
  inviteStaff(invited: Invited): Promise<string | null>;
  /** The link by which an operator's account is made. Those that were made before open no longer. */
  setupLink(): Promise<string>;
  hasOperator(): Promise<boolean>;
}

/** Who acts where an operator does at the command line. */
export const BY = { actor: { kind: 'system' as const, id: 'admin' }, requestId: 'admin' };

/** Over the databases of this machine; `publicUrl` is what links are made for. */
export const administration = (
  databases: Pick<HranaHandler, 'fetch' | 'dataDir'>,
  publicUrl?: string,
): Administration => administrationOf(localEnvironment(databases, publicUrl));

/** Over the databases that the worker's settings name. */
export function administrationOf(env: Env): Administration {
  const now = () => new Date();
  const fleet = () => openFleet(env, BY.requestId);
  const control = openClient(controlConnection(env, BY.requestId));
  const db = drizzle(control);
  const registry = openRegistry(env, BY.requestId);

  /** For what links are made; asked before anything is written. */
  const linksFor = () => {
    if (env.PUBLIC_URL === '')
      throw new UsageError('Links are made for PUBLIC_URL: set it to the address of the service.');
    return env.PUBLIC_URL;
  };

  return {
    fleet,

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

    async addStaff({ name, passwordHash, provinceCode, role, ...staff }) {
      const email = staff.email.toLowerCase();
      const province = await db.select().from(provinces).where(eq(provinces.code, provinceCode)).get();
      if (!province) return 'province unknown';
      const existing = await db.select({ id: user.id }).from(user).where(eq(user.email, email)).get();
      const userId = existing?.id ?? newId();
      const createdAt = now().toISOString();
      const join = isPlatformRole(role)
        ? db.insert(platformRoleHolders).values({ userId, role, createdAt }).onConflictDoNothing()
        : db.insert(memberships).values({ userId, provinceCode, role, createdAt }).onConflictDoNothing();
      const by = { ...BY, now: createdAt };
      const where = isPlatformRole(role) ? {} : { provinceCode };
      if (existing) {
        const joined = controlEvent(registry, by, 'staff.join', `user:${userId}`, { role, ...where });
        await db.batch([joined, join, renewSessions({ write: db }, userId)]);
        return 'joined';
      }
      const login = { id: newId(), accountId: userId, userId, providerId: 'credential' };
      await db.batch([
        controlEvent(registry, by, 'staff.create', `user:${userId}`, { role, ...where }),
        db.insert(user).values({ id: userId, email, name, emailVerified: true }),
        db.insert(account).values({ ...login, password: passwordHash }),
        join,
      ]);
      return 'created';
    },

    async inviteStaff({ provinceCode, role, name, email }) {
      const publicUrl = linksFor();
      const place = isPlatformRole(role) ? EVERYWHERE : provinceCode;
      const province = await db.select().from(provinces).where(eq(provinces.code, provinceCode)).get();
      if (place !== EVERYWHERE && (!province || province.deleteAfter || province.deletedAt)) return null;
      const command = { email: email.toLowerCase(), name, roles: [role] };
      const { token } = await createInvitation(registry, place, command, null, { ...BY, now: now().toISOString() });
      return invitationUrl(publicUrl, token);
    },

    async setupLink() {
      const publicUrl = linksFor();
      const by = { ...BY, now: now().toISOString() };
      const { row, token } = await newLink('setup', { roles: { [EVERYWHERE]: ['operator'] } }, by);
      await insertSetup(registry, row, by);
      return invitationUrl(publicUrl, token);
    },

    async hasOperator() {
      const found = await db.select().from(platformRoleHolders).where(eq(platformRoleHolders.role, 'operator')).get();
      return found !== undefined;
    },
  };
}
