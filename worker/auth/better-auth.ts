import { createHash } from 'node:crypto';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { betterAuth } from 'better-auth/minimal';
import { twoFactor } from 'better-auth/plugins/two-factor';
import * as schema from '../db/control.ts';
import { randomCode } from '../db/random.ts';
import type { Env } from '../env.ts';
import { eachSecret, secretsOf } from '../tenancy/secrets.ts';
import { control } from '../tenancy/tenant.ts';
import { authLogger } from './auth-logger.ts';
import { type OidcRun, oidcPlugin } from './oidc.ts';
import { passkeySession } from './passkey/session.ts';
import { hashPassword, PASSWORD_LENGTH, verifyPassword } from './password.ts';
import { sessionFields, sessionHooks } from './session-fields.ts';
import { usedCodes } from './used-codes.ts';

/** Says to better-auth where a request comes from (auth/calling.ts); whatever a caller sends under this name is overwritten. */
export const ADDRESS_HEADER = 'x-caller-address';

/** Recovery codes of 50 random bits each, in letters and digits that nobody misreads. */
const recoveryCodes = () => Array.from({ length: 10 }, () => `${randomCode(5)}-${randomCode(5)}`);

/**
 * The secrets as better-auth wants them: what it encrypts (secrets of authenticator apps, recovery codes) names its secret by a
 * number, here taken from the secret itself, and opens with the ones before the present. What it signs, it signs anew: sessions end.
 */
function versionedSecrets(env: Env): { version: number; value: string }[] {
  const version = (value: string) => createHash('sha256').update(`auth-secret/${value}`).digest().readUInt32BE() >>> 1;
  return eachSecret(secretsOf(env)).map((value) => ({ version: version(value), value }));
}

/** What the second factor is asked after: the password, and a provider that did not ask for one itself. */
function secondFactor(run: OidcRun | undefined) {
  const plugin = twoFactor({
    backupCodeOptions: { customBackupCodesGenerate: recoveryCodes },
    accountLockout: { enabled: true, maxFailedAttempts: 5, durationSeconds: 15 * 60 },
  });
  const after = plugin.hooks.after.map(({ matcher, handler }) => ({
    handler,
    matcher: (context: Parameters<typeof matcher>[0]) =>
      matcher(context) || (context.path === '/callback/:id' && run?.strong === false),
  }));
  return { ...plugin, hooks: { after } };
}

/** Of an account at the provider only its subject is kept, and not the tokens that it came with. */
const accountHooks = (run: OidcRun | undefined) => ({
  create: {
    before: async (made: Record<string, unknown>) => ({
      data: { ...made, accessToken: null, refreshToken: null, idToken: null },
    }),
    after: async ({ userId }: { userId: string }) => {
      if (run) run.linked = userId;
    },
  },
});

/**
 * better-auth over the control database, for one request: accounts are made by an administrator, nobody signs up. `oidc` is for
 * the requests of a sign-in by the operator's provider, since the provider is asked what it is called at every start.
 */
export function auth(env: Env, requestId: string, oidc?: OidcRun) {
  const db = control(env, requestId);
  const secure = env.PUBLIC_URL.startsWith('https://');
  return betterAuth({
    appName: 'Địa Bàn',
    baseURL: env.PUBLIC_URL,
    secret: env.SECRET,
    secrets: versionedSecrets(env),
    database: drizzleAdapter(db.write, { provider: 'sqlite', schema }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    // The row is touched at most once an hour: that is how exact "last seen" is on a person's list of sessions.
    session: {
      cookieCache: { enabled: true, maxAge: 5 * 60 },
      updateAge: 60 * 60,
      additionalFields: sessionFields,
    },
    databaseHooks: { ...sessionHooks(env, requestId, oidc), account: accountHooks(oidc) },
    plugins: [usedCodes(db), secondFactor(oidc), passkeySession, ...(oidc ? [oidcPlugin(env, oidc)] : [])],
    account: { updateAccountOnSignIn: false },
    telemetry: { enabled: false },
    logger: authLogger(requestId),
    advanced: {
      // `__Host-`: set by this very host over TLS and by nobody else. better-auth would put `__Secure-` before it.
      useSecureCookies: false,
      cookiePrefix: secure ? '__Host-dia-ban' : 'dia-ban',
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, secure },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
  });
}
