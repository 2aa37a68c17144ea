import { isPlatformRole, type Role, roles } from './permissions.ts';

/** For the service as a whole, among the provinces of `session.roles`. */
export const EVERYWHERE = '*';

/** A person's roles, by province or `*`. */
export type HeldRoles = Record<string, Role[]>;

const isRole = (name: unknown): name is Role => typeof name === 'string' && Object.hasOwn(roles, name);

/** What `session.roles` says. Whatever is not as it should be gives no role: the guard then reads anew. */
export function parseHeld(json: unknown): HeldRoles {
  try {
    const read: unknown = typeof json === 'string' ? JSON.parse(json) : null;
    if (typeof read !== 'object' || read === null) return {};
    return Object.fromEntries(
      Object.entries(read).map(([place, names]) => [
        place,
        (Array.isArray(names) ? names : [])
          .filter(isRole)
          .filter((role) => isPlatformRole(role) === (place === EVERYWHERE)),
      ]),
    );
  } catch {
    return {};
  }
}

/** The roles that count in one province, or (null) for the service as a whole. */
export const heldIn = (held: HeldRoles, provinceCode: string | null): Role[] => [
  ...(provinceCode === null || !Object.hasOwn(held, provinceCode) ? [] : held[provinceCode]!),
  ...(held[EVERYWHERE] ?? []),
];
