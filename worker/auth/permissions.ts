/** What can be done in a province. The same strings stand in guards, in the API description and in API keys' scopes. */
export const permissions = [
  'unit.read',
  'unit.write',
  'form.read',
  'form.write',
  'form.publish',
  'round.read',
  'round.write',
  'link.read',
  'link.write',
  'submission.read',
  'readiness.read',
  'key.read',
  'key.write',
] as const;

export type Permission = (typeof permissions)[number];

const READ: Permission[] = ['unit.read', 'form.read', 'round.read', 'submission.read', 'readiness.read'];

/** A role's permissions in its province. */
export const roles = {
  designer: [...permissions],
  verifier: [...READ, 'link.read'],
  approver: READ,
  reader: READ,
  auditor: [...READ, 'link.read', 'key.read'],
} satisfies Record<string, Permission[]>;

export type Role = keyof typeof roles;

/** What an API key may be allowed. */
export const keyScopes = [
  'unit.read',
  'round.read',
  'submission.read',
  'readiness.read',
] as const satisfies Permission[];

export const allows = (held: readonly Role[], permission: Permission): boolean =>
  held.some((role) => (roles[role] as readonly Permission[]).includes(permission));
