/**
 * What can be done: in a province, or with the provinces of the whole service (`province.*`). The same strings stand in guards,
 * in the API description, among the events and in API keys' scopes.
 */
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
  'submission.review',
  'submission.verify',
  'readiness.read',
  'recognition.read',
  'recognition.propose',
  'recognition.appraise',
  'recognition.decide',
  'key.read',
  'key.write',
  /** Counts as they are, where others read `<5` (docs/domain.md §7); always beside the permission for the thing itself. */
  'figure.read',
  'setting.read',
  'setting.write',
  'event.read',
  'staff.read',
  'staff.write',
  'province.read',
  'province.write',
] as const;

export type Permission = (typeof permissions)[number];

const READ: Permission[] = [
  'unit.read',
  'form.read',
  'round.read',
  'submission.read',
  'readiness.read',
  'recognition.read',
];

/**
 * What each role may do: the first five in the provinces where somebody holds them, `operator` and `national-reader` in all of
 * them and for the service as a whole. An operator looks after accounts and databases and sees no figure. Who prepares and gives out links does not review what came in by them, and who verifies
 * does not decide (docs/domain.md §5); that one person with two roles does not either is checked with each act.
 */
export const roles = {
  designer: [
    ...READ,
    ...(['unit.write', 'form.write', 'form.publish', 'round.write', 'link.read', 'link.write'] as const),
    ...(['key.read', 'key.write', 'setting.read', 'setting.write'] as const),
  ],
  verifier: [
    ...READ,
    ...(['link.read', 'submission.review', 'submission.verify', 'figure.read'] as const),
    ...(['recognition.propose', 'recognition.appraise'] as const),
  ],
  approver: [...READ, 'recognition.decide'],
  reader: READ,
  auditor: [...READ, 'link.read', 'key.read', 'setting.read', 'event.read', 'staff.read'],
  operator: ['province.read', 'province.write', 'staff.read', 'staff.write', 'event.read'],
  'national-reader': ['province.read'],
} satisfies Record<string, Permission[]>;

export type Role = keyof typeof roles;

/** The roles that are held for the whole service and not in one province. */
export const platformRoles = ['operator', 'national-reader'] as const satisfies Role[];
export type PlatformRole = (typeof platformRoles)[number];
export type ProvinceRole = Exclude<Role, PlatformRole>;

export const isPlatformRole = (role: Role): role is PlatformRole => (platformRoles as readonly Role[]).includes(role);

/** The roles that are held in one province. */
export const provinceRoles = (Object.keys(roles) as Role[]).filter(
  (role): role is ProvinceRole => !isPlatformRole(role),
);

/** What an API key may be allowed. */
export const keyScopes = [
  'unit.read',
  'round.read',
  'submission.read',
  'readiness.read',
  'recognition.read',
  'figure.read',
] as const satisfies Permission[];
export type KeyScope = (typeof keyScopes)[number];

export const allows = (held: readonly Role[], permission: Permission): boolean =>
  held.some((role) => (roles[role] as readonly Permission[]).includes(permission));

/** The roles that have a permission. */
export const rolesWith = (permission: Permission): Role[] =>
  (Object.keys(roles) as Role[]).filter((role) => allows([role], permission));

/** Those of them that somebody holds in a province. */
export const provinceRolesWith = (permission: Permission): ProvinceRole[] =>
  rolesWith(permission).filter((role): role is ProvinceRole => !isPlatformRole(role));
