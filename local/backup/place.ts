import { createHmac } from 'node:crypto';
import { type Client, createClient } from '@libsql/client/http';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql/http';
import { CONTROL, valueKey } from '../../worker/audit/value-hash.ts';
import { provinces } from '../../worker/db/control.ts';
import type { ControlDb } from '../../worker/db/open.ts';
import { openToken } from '../../worker/tenancy/sealed-token.ts';
import { eachSecret, type Secrets, secretsOf } from '../../worker/tenancy/secrets.ts';
import { createHranaHandler } from '../hrana/handler.ts';
import { localSettings } from '../settings.ts';
import { BackupError } from './format.ts';

export type Registered = typeof provinces.$inferSelect;

/** The databases of one installation: those of this machine, or of servers. */
export interface Place {
  control: ControlDb;
  controlUrl: string;
  /** The worker's secret, and those that it was changed from; null where it was not told. */
  secrets: Secrets | null;
  /** Whether databases come into being by being written to, as files do. */
  isLocal: boolean;
  /** Integers come as `bigint` unless told: a double would round those beyond 2^53, which a copy must not. */
  open(url: string, token?: string | null, integers?: 'bigint' | 'number'): Client;
  openControl(integers?: 'bigint' | 'number'): Client;
  close(): void;
}

export interface Databases {
  fetch(request: Request): Promise<Response>;
  close(): void;
}

const CONTROL_FILE = 'http://control.turso.local';

/** The databases of a data folder. They may be in use by a service meanwhile. */
export function localPlace(dataDir: string, databases: Databases = createHranaHandler({ dataDir })): Place {
  const fetch = (request: Request) => databases.fetch(request);
  const secrets = secretsOf({ ...localSettings(dataDir) });
  return placeOver({ url: CONTROL_FILE, token: null }, secrets, fetch, () => databases.close());
}

/** Where the environment says: a control database on a server with its token, or the files of DATA_DIR. */
export function placeFromEnvironment(env: NodeJS.ProcessEnv): Place {
  const { CONTROL_DATABASE_URL: url, CONTROL_DATABASE_TOKEN: token = null, SECRET, SECRET_PREVIOUS = '' } = env;
  if (!url) return localPlace(env.DATA_DIR ?? '.data');
  const secrets = SECRET ? secretsOf({ SECRET, SECRET_PREVIOUS }) : null;
  return placeOver({ url, token }, secrets, undefined, () => undefined);
}

function placeOver(
  { url: controlUrl, token: controlToken }: { url: string; token: string | null },
  secrets: Secrets | null,
  fetch: ((request: Request) => Promise<Response>) | undefined,
  close: () => void,
): Place {
  const open: Place['open'] = (url, token = null, intMode = 'bigint') =>
    createClient({ url, authToken: token ?? undefined, intMode, ...(fetch ? { fetch } : {}) });
  const control = drizzle(open(controlUrl, controlToken, 'number'));
  return {
    control: { read: control, write: control, valueKey: valueKey(secrets?.current ?? '', CONTROL) },
    ...{ controlUrl, secrets, open, close },
    isLocal: fetch !== undefined,
    openControl: (integers) => open(controlUrl, controlToken, integers),
  };
}

/** A registered province. Throws where there is none of the code. */
export async function registered(place: Place, code: string): Promise<Registered> {
  const row = await place.control.read.select().from(provinces).where(eq(provinces.code, code)).get();
  if (!row) throw new BackupError(`Province ${code} is not registered.`);
  return row;
}

export async function openProvince(place: Place, { code, databaseUrl, sealedToken }: Registered): Promise<Client> {
  if (sealedToken === null) return place.open(databaseUrl);
  if (place.secrets === null) {
    throw new BackupError(`The token of province ${code} is sealed: SECRET must be that of the worker.`);
  }
  const token = await openToken(sealedToken, code, place.secrets).catch(() => {
    throw new BackupError(`The token of province ${code} does not open: it was sealed under another SECRET.`);
  });
  return place.open(databaseUrl, token);
}

/** Tells one secret from another and nothing else of it: 64 bits of an HMAC under 256. */
const nameOf = (secret: string): string =>
  createHmac('sha256', secret).update('dia-ban backup').digest('hex').slice(0, 16);

/** Who is recorded as having acted: whoever runs commands on the server has no account there. */
export const operator = { kind: 'system' as const, id: 'operator' };

/** The name that a backup made here bears. */
export const nameOfSecret = ({ secrets }: Place): string | null => secrets && nameOf(secrets.current);

/** Whether what was made under the secret of a name can be used here; null when one of the two is not known. */
export const knowsSecret = ({ secrets }: Place, name: string | null): boolean | null =>
  secrets && name !== null ? eachSecret(secrets).map(nameOf).includes(name) : null;
