import type { Env } from '../env.ts';
import { control } from '../tenancy/tenant.ts';
import { rolesOf } from './session-store.ts';

/** What better-auth keeps of a session beside its own, in the row and in the signed cookie; no caller can set it. */
export const sessionFields = {
  roles: { type: 'string', required: false, input: false },
  authenticatedAt: { type: 'date', required: false, input: false },
} as const;

/** Gives each new session what its person holds, and the instant at which they proved who they are. */
export const sessionHooks = (env: Env, requestId: string) => ({
  session: {
    create: {
      before: async (made: { userId: string }) => {
        const row = await rolesOf(control(env, requestId), made.userId).get();
        return { data: { ...made, roles: row?.roles ?? '{}', authenticatedAt: new Date() } };
      },
    },
  },
});
