import type { Context, MiddlewareHandler } from 'hono';
import type { App } from '../env.ts';
import { callerAddress } from '../http/client-address.ts';
import { accept } from '../http/problem.ts';
import { claimedKeyHash } from './api-key.ts';
import type { Caller } from './caller.ts';
import { allows, type Permission } from './permissions.ts';
import { staffWho } from './staff.ts';

async function staffCaller(
  c: Context<App>,
  permission: Permission,
  provinceCode: string | null = c.get('tenant').code,
): Promise<Caller & { kind: 'staff' }> {
  const { user, roles } = await staffWho(c, permission, provinceCode);
  return { kind: 'staff', userId: user.id, name: user.name, email: user.email, roles };
}

function actAs(c: Context<App>, caller: Caller & { kind: 'staff' }, permission: Permission): void {
  const role = caller.roles.filter((held) => allows([held], permission)).join(',');
  c.set('caller', caller);
  c.set('actor', { kind: 'staff', id: caller.userId, role });
}

/** Lets signed-in staff with the permission pass, and nobody else. */
export function staffGuard(permission: Permission): MiddlewareHandler<App> {
  return async function staffGuard(c, next) {
    actAs(c, await staffCaller(c, permission), permission);
    await next();
  };
}

/** As `staffGuard`, for what concerns the service as a whole and stands under no province. */
export function platformGuard(permission: Permission): MiddlewareHandler<App> {
  return async function platformGuard(c, next) {
    actAs(c, await staffCaller(c, permission, null), permission);
    await next();
  };
}

/** As `staffGuard`, and lets API keys of this province through to `guardedRead`, which verifies them together with the data. */
export function readGuard(permission: Permission): MiddlewareHandler<App> {
  return async function readGuard(c, next) {
    const authorization = c.req.header('authorization');
    if (authorization === undefined) {
      actAs(c, await staffCaller(c, permission), permission);
    } else {
      const key = /^Bearer (.+)$/i.exec(authorization)?.[1] ?? '';
      const keyHash = accept(await claimedKeyHash(key, c.get('tenant').code));
      c.set('caller', { kind: 'key', keyHash, address: callerAddress(c) });
    }
    await next();
  };
}
