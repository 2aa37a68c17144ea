import type { Env } from '../worker/env.ts';
import type { HranaHandler } from './hrana/handler.ts';
import { localSecret, previousLocalSecret } from './secret.ts';

/** What the worker is told about the databases of this machine. */
export function localSettings(dataDir: string) {
  const previous = previousLocalSecret(dataDir);
  return {
    CONTROL_DATABASE_URL: 'http://control.turso.local',
    SQLD_ADMIN_URL: 'http://admin.turso.local',
    SQLD_DATABASE_URL: 'http://{name}.turso.local',
    SECRET: localSecret(dataDir),
    ...(previous ? { SECRET_PREVIOUS: previous } : {}),
  };
}

/** The same for programs that have these databases in their own process; `publicUrl` is what they make links for. */
export const localEnvironment = (
  databases: Pick<HranaHandler, 'fetch' | 'dataDir'>,
  publicUrl = 'http://127.0.0.1',
): Env => ({
  ...localSettings(databases.dataDir),
  PUBLIC_URL: publicUrl,
  FETCH: (request) =>
    new URL(request.url).hostname.endsWith('.turso.local') ? databases.fetch(request) : fetch(request),
});

const FROM_OPERATOR = [
  ...(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME'] as const),
  ...(['REQUIRE_SECOND_FACTOR', 'SECURITY_CONTACT'] as const),
];

const named = (names: readonly string[], variables: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (variables[name] ? [[name, variables[name]]] : [])));

/** What the operator of this machine's service sets in the environment beside its address and its data, as the worker is told. */
export const operatorSettings = (variables: NodeJS.ProcessEnv): Record<string, string> =>
  named(FROM_OPERATOR, variables);

/**
 * Where the worker may call out to: nowhere, or with a provider to sign in by to that and, because its keys and tokens may have
 * other hosts that only it knows, over TLS.
 */
export function mayCallOut({ OIDC_ISSUER }: NodeJS.ProcessEnv): (url: URL) => boolean {
  if (!OIDC_ISSUER) return () => false;
  const { origin } = new URL(OIDC_ISSUER);
  return (url) => url.origin === origin || url.protocol === 'https:';
}

const NAMES = [
  ...(['CONTROL_DATABASE_URL', 'CONTROL_DATABASE_TOKEN', 'SECRET', 'SECRET_PREVIOUS'] as const),
  ...(['TURSO_PLATFORM_TOKEN', 'TURSO_ORGANIZATION', 'TURSO_GROUP', 'TURSO_API_URL'] as const),
  ...(['SQLD_ADMIN_URL', 'SQLD_DATABASE_URL'] as const),
];

/**
 * The settings of a deployment, from the environment of an operator's program; null where it names no registry, and this machine's
 * databases are meant. Throws when a registry is named without the secret that opens its tokens.
 */
export function remoteEnvironment(variables: NodeJS.ProcessEnv): Env | null {
  if (!variables.CONTROL_DATABASE_URL) return null;
  if (!variables.SECRET) throw new Error('CONTROL_DATABASE_URL wants SECRET beside it.');
  return { ...named(NAMES, variables), PUBLIC_URL: variables.PUBLIC_URL ?? '' } as unknown as Env;
}
