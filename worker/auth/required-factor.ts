import type { Env } from '../env.ts';
import { type Role, roles } from './permissions.ts';
import type { HeldRoles } from './session-roles.ts';

/** How a session's person showed more than a password: a code, a passkey, or the operator's own provider. */
export type Factor = 'code' | 'passkey' | 'provider';

/** The roles of `REQUIRE_SECOND_FACTOR`. A name that is no role is an error: with it left out, nobody would notice what is not asked. */
export function rolesWithFactor({ REQUIRE_SECOND_FACTOR = '' }: Pick<Env, 'REQUIRE_SECOND_FACTOR'>): Role[] {
  const names = REQUIRE_SECOND_FACTOR.split(',').map((name) => name.trim());
  return names
    .filter((name) => name !== '')
    .map((name) => {
      if (!Object.hasOwn(roles, name)) throw new Error(`REQUIRE_SECOND_FACTOR names no role: ${name}`);
      return name as Role;
    });
}

/** Whether who holds these roles, wherever, has to show more than a password and did not. */
export function lacksFactor(
  env: Pick<Env, 'REQUIRE_SECOND_FACTOR'>,
  { held, factor }: { held: HeldRoles; factor: Factor | null },
): boolean {
  if (factor !== null || !env.REQUIRE_SECOND_FACTOR) return false;
  const wanted = rolesWithFactor(env);
  return Object.values(held).some((names) => names.some((role) => wanted.includes(role)));
}

const isFactor = (value: unknown): value is Factor => value === 'code' || value === 'passkey' || value === 'provider';

/** What a session says of it; whatever is not as it should be says nothing. */
export const parseFactor = (value: unknown): Factor | null => (isFactor(value) ? value : null);

/** What a new session says: by how it came about, and by the one that it goes on from. */
export function factorOf(path: string | undefined, before: Factor | null): Factor | null {
  switch (path) {
    case '/two-factor/verify-totp':
    case '/two-factor/verify-backup-code':
      return 'code';
    case '/passkey/sign-in':
      return 'passkey';
    case '/callback/:id':
      return 'provider';
    case '/change-password':
    case '/two-factor/enable':
      return before;
    case '/two-factor/disable':
      return before === 'code' ? null : before;
    default:
      return null;
  }
}
