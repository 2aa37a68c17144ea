import type { Context } from 'hono';
import type { PageView } from '../../web/console/view.ts';
import { allows, type Permission } from '../auth/permissions.ts';
import { type HeldRoles, heldIn } from '../auth/session-roles.ts';
import { type SignedIn, type StaffUser, staffWho } from '../auth/staff.ts';
import type { App } from '../env.ts';
import { type Tenant, tenantOf } from '../tenancy/tenant.ts';

/** What every page of the console shows; where the roles are not known, it does not lead to the pages of the service. */
export const pageView = (c: Context<App>, { name, email, held = {} }: StaffUser & { held?: HeldRoles }): PageView => ({
  language: 'vi',
  nonce: c.get('nonce'),
  user: { name, email, seesFleet: allows(heldIn(held, null), 'province.read') },
});

export interface Entered {
  user: SignedIn;
  tenant: Tenant;
  /** The page of the province that this person may open: an operator sees no rounds. */
  home: string;
  /** Whether the person may do something else too, here: for what a page offers. */
  may(permission: Permission): boolean;
}

/** The signed-in person and the province of the path, when they may do what the page is for. Who is not signed in is sent to do so. */
export async function enter(c: Context<App>, code: string, permission: Permission): Promise<Entered> {
  const { user, roles } = await staffWho(c, permission, code);
  const tenant = await tenantOf(c.env, code, c.get('requestId'));
  const role = roles.filter((held) => allows([held], permission)).join(',');
  c.set('actor', { kind: 'staff', id: user.id, role });
  c.set('tenant', tenant);
  c.set('caller', { kind: 'staff', userId: user.id, name: user.name, email: user.email, roles });
  const home = allows(roles, 'round.read') ? `/console/${code}` : `/console/he-thong/tinh/${code}`;
  return { user, tenant, home, may: (other) => allows(roles, other) };
}

export type EnteredService = Omit<Entered, 'tenant' | 'home'>;

/** As `enter`, for the pages of the service as a whole, which open no province's database. */
export async function enterService(c: Context<App>, permission: Permission): Promise<EnteredService> {
  const { user, roles } = await staffWho(c, permission, null);
  const role = roles.filter((held) => allows([held], permission)).join(',');
  c.set('actor', { kind: 'staff', id: user.id, role });
  c.set('caller', { kind: 'staff', userId: user.id, name: user.name, email: user.email, roles });
  return { user, may: (other) => allows(roles, other) };
}
