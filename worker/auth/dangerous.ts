import type { Permission } from './permissions.ts';

/**
 * What a stolen or forgotten session must not be enough for: it opens the service to others, takes it from them, or says something
 * in the province's name. For these the session is read from the database, so that its end holds at once, and whoever acts has
 * proved within `PROOF_LASTS` who they are. Handing out links and verifying files are left out: they are a day's work by the
 * hundred, can be taken back, and want a second person anyway (docs/adr/0026-accounts.md).
 */
export const dangerous = [
  'staff.write',
  'province.write',
  'key.write',
  'setting.write',
  'recognition.decide',
] as const satisfies Permission[];

export const isDangerous = (permission: Permission): boolean =>
  (dangerous as readonly Permission[]).includes(permission);

/** For how long a password or a second factor proves who is there, in milliseconds. */
export const PROOF_LASTS = 15 * 60_000;

/** Whether who acts has proved recently who they are. A session from before this was recorded never has. */
export const isProved = (authenticatedAt: Date | null, now: Date): boolean =>
  authenticatedAt !== null && now.getTime() - authenticatedAt.getTime() < PROOF_LASTS;
