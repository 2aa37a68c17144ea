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
  'submission.review',
  'submission.verify',
  'readiness.read',
  'recognition.read',
  'recognition.propose',
  'recognition.appraise',
  'recognition.decide',
  'key.read',
  'key.write',
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
 * A role's permissions in its province. Who prepares and gives out links does not review what came in by them, and who verifies
 * does not decide (docs/domain.md §5); that one person with two roles does not either is checked with each act.
 */
export const roles = {
  designer: [
    ...READ,
    ...(['unit.write', 'form.write', 'form.publish', 'round.write', 'link.read', 'link.write'] as const),
    ...(['key.read', 'key.write'] as const),
  ],
  verifier: [
    ...READ,
    ...(['link.read', 'submission.review', 'submission.verify'] as const),
    ...(['recognition.propose', 'recognition.appraise'] as const),
  ],
  approver: [...READ, 'recognition.decide'],
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
  'recognition.read',
] as const satisfies Permission[];

export const allows = (held: readonly Role[], permission: Permission): boolean =>
  held.some((role) => (roles[role] as readonly Permission[]).includes(permission));

/** The roles that have a permission. */
export const rolesWith = (permission: Permission): Role[] =>
  (Object.keys(roles) as Role[]).filter((role) => allows([role], permission));
