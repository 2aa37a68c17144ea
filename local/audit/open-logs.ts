import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Client, createClient } from '@libsql/client/http';
import { asc } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql/http';
import { CONTROL } from '../../worker/audit/value-hash.ts';
import { provinces } from '../../worker/db/control.ts';
import { openToken } from '../../worker/tenancy/sealed-token.ts';
import { eachSecret, secretsOf } from '../../worker/tenancy/secrets.ts';
import type { HranaHandler } from '../hrana/handler.ts';

/** One database whose log is asked for. */
export interface OpenLog {
  database: string;
  client: Client;
}

export interface OpenLogs {
  logs: OpenLog[];
  /** The registry that knows of them; null where one database alone was named. */
  registry: Client | null;
}

export interface Source {
  /** `control`, a province's code, or all of them. */
  wanted: string;
  environment: NodeJS.ProcessEnv;
  /** The databases of this machine, for when the environment names no others. */
  local: () => Pick<HranaHandler, 'fetch'>;
}

/**
 * The logs that are asked for: of the one database that `AUDIT_DATABASE_URL` names; of the registry that `CONTROL_DATABASE_URL`
 * names and the provinces in it; or of this machine's own. A province's token is opened with `SECRET`.
 */
export async function openLogs({ wanted, environment, local }: Source): Promise<OpenLogs> {
  const {
    AUDIT_DATABASE_URL: single,
    CONTROL_DATABASE_URL: registry,
    SECRET: secret = '',
    SECRET_PREVIOUS: previous = '',
  } = environment;
  if (single) {
    return { logs: [{ database: wanted, client: remote(single, environment.AUDIT_DATABASE_TOKEN) }], registry: null };
  }
  const here = registry ? null : local();
  const open = (url: string, token?: string) =>
    here ? createClient({ url, fetch: (request: Request) => here.fetch(request) }) : remote(url, token);
  const control = open(registry ?? 'http://control.turso.local', environment.CONTROL_DATABASE_TOKEN);
  if (wanted === CONTROL) return { logs: [{ database: CONTROL, client: control }], registry: control };
  const rows = await drizzle(control).select().from(provinces).orderBy(asc(provinces.code));
  const logs = await Promise.all(
    rows
      .filter(({ databaseUrl }) => databaseUrl !== '')
      .filter(({ code }) => wanted === 'all' || wanted === code)
      .map(async ({ code, databaseUrl, sealedToken }) => {
        const token =
          sealedToken && !here
            ? await openToken(sealedToken, code, secretsOf({ SECRET: secret, SECRET_PREVIOUS: previous }))
            : undefined;
        return { database: code, client: open(databaseUrl, token) };
      }),
  );
  return { logs: wanted === 'all' ? [{ database: CONTROL, client: control }, ...logs] : logs, registry: control };
}

const remote = (url: string, token: string | undefined): Client =>
  createClient({ url, ...(token ? { authToken: token } : {}) });

/** The secrets that may have signed: `SECRET` and those before it, `SECRET_PREVIOUS` (several by commas); and this machine's own. */
export async function secretsFor(environment: NodeJS.ProcessEnv, dataDir: string): Promise<string[]> {
  const { SECRET, SECRET_PREVIOUS, AUDIT_DATABASE_URL, CONTROL_DATABASE_URL } = environment;
  const isLocal = !AUDIT_DATABASE_URL && !CONTROL_DATABASE_URL;
  const stored = (name: string) => (isLocal ? readFile(join(dataDir, name), 'utf8').catch(() => '') : '');
  const current = SECRET ?? (await stored('secret')).trim();
  const previous = [SECRET_PREVIOUS ?? '', await stored('secret.previous')].join(',');
  return eachSecret(secretsOf({ SECRET: current, SECRET_PREVIOUS: previous })).filter((secret) => secret !== '');
}
