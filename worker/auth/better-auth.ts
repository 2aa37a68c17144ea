import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { betterAuth } from 'better-auth/minimal';
import * as schema from '../db/control.ts';
import type { Env } from '../env.ts';
import { control } from '../tenancy/tenant.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { sessionFields, sessionHooks } from './session-fields.ts';

/** better-auth over the control database, for one request: accounts are made by an administrator, nobody signs up. */
export function auth(env: Env, requestId: string) {
  const secure = env.PUBLIC_URL.startsWith('https://');
  return betterAuth({
    baseURL: env.PUBLIC_URL,
    secret: env.SECRET,
    database: drizzleAdapter(control(env, requestId).write, { provider: 'sqlite', schema }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: { cookieCache: { enabled: true, maxAge: 5 * 60 }, additionalFields: sessionFields },
    databaseHooks: sessionHooks(env, requestId),
    telemetry: { enabled: false },
    advanced: {
      // `__Host-`: set by this very host over TLS and by nobody else. better-auth would put `__Secure-` before it.
      useSecureCookies: false,
      cookiePrefix: secure ? '__Host-dia-ban' : 'dia-ban',
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, secure },
    },
  });
}
