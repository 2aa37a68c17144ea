import type { Context } from 'hono';
import * as v from 'valibot';
import { platformGuard, staffGuard } from '../auth/guard.ts';
import { type Permission, platformRoles, provinceRoles, type Role } from '../auth/permissions.ts';
import { EVERYWHERE } from '../auth/session-roles.ts';
import type { App } from '../env.ts';

/** Roles are held in a place: a province, by its code, or the service as a whole. What can be done there about people is the same. */
export interface Place {
  ofPlatform: boolean;
  /** A role that can be held there. */
  RoleHere: v.GenericSchema<Role>;
  guard(permission: Permission): ReturnType<typeof staffGuard>;
  /** The code of the request's province, or `*`. */
  of(c: Context<App>): string;
}

export const inProvince: Place = {
  ofPlatform: false,
  RoleHere: v.picklist(provinceRoles),
  guard: staffGuard,
  of: (c) => c.get('tenant').code,
};

export const onPlatform: Place = {
  ofPlatform: true,
  RoleHere: v.picklist(platformRoles),
  guard: platformGuard,
  of: () => EVERYWHERE,
};

/** Every role once, in the order of their names, as the database gives them. */
export const sortedRoles = (roles: readonly Role[]): Role[] => [...new Set(roles)].sort();
