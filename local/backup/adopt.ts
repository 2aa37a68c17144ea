import { drizzle } from 'drizzle-orm/libsql/http';
import { provinceMigrations } from '../../migrations/bundle.gen.ts';
import { appliedMigrations, migrate } from '../../migrations/migrate.ts';
import { lastSeal } from '../../worker/audit/seal-store.ts';
import { provinces } from '../../worker/db/control.ts';
import { eachSecret } from '../../worker/tenancy/secrets.ts';
import { eventsIn, knownIn, sealsIn, stateOf } from '../audit/log-reader.ts';
import { verifyLog } from '../audit/verify.ts';
import { BackupError } from './format.ts';
import { type Place, registered } from './place.ts';
import { register } from './register.ts';
import { refuseNewer } from './restore.ts';
import { settle } from './settle.ts';
import { mayReplace } from './target.ts';

export interface AdoptOptions {
  /** The database that holds the province as it was at some moment, with its token. */
  database: { url: string; token: string | null };
  /** Serve it at once, without an operator's look at it first. */
  inService?: boolean | undefined;
  now: Date;
}

export interface Adopted {
  code: string;
  databaseUrl: string;
  /** What served the province until now; it is left as it is. */
  replaced: string;
  /** How much of the log it has, all of it as it was written. */
  events: number;
  /** Migrations that it did not have yet. */
  migrated: string[];
  suspended: boolean;
}

/**
 * Leads the service to another database of a province, which a host restored to a moment of its past. Throws `BackupError`, before
 * anything is written, unless the log in it is this province's and as it was written: that is how one database of many, all with the
 * same tables, is known to be the right one.
 */
export async function adoptDatabase(place: Place, code: string, options: AdoptOptions): Promise<Adopted> {
  const { database, now } = options;
  const { url, token } = database;
  const before = await registered(place, code);
  mayReplace(before, { replace: true, now });
  const user = (await place.control.read.select().from(provinces)).find(({ databaseUrl }) => databaseUrl === url);
  if (user) throw new BackupError(`${url} is the database of province ${user.code} already.`);
  const client = place.open(url, token);
  refuseNewer('The database', await appliedMigrations(client), provinceMigrations);
  const { events, seal, origin } = await proveLog(place, code, url, token);
  const migrated = await migrate(client, provinceMigrations, () => now);
  const suspended = !options.inService;
  const detail = { databaseUrl: url, replaces: before.databaseUrl, seal, suspended };
  await settle(place, client, code, { act: 'province.to-moment', detail }, now);
  const act = { act: 'province.to-moment' as const, detail: { ...detail, of: origin } };
  await register(place, { url, token, before, code, name: before.name, suspended, ...act }, now);
  return { code, databaseUrl: url, replaced: before.databaseUrl, events, migrated, suspended };
}

async function proveLog(place: Place, code: string, url: string, token: string | null) {
  if (place.secrets === null) throw new BackupError('SECRET is needed, to prove whose database it is.');
  const client = place.open(url, token, 'number');
  const last = await lastSeal({ read: drizzle(client) }).then(([seal]) => seal);
  if (!last) throw new BackupError(`${url} holds no sealed log, by which a province's database is known.`);
  const { noted = [], origin = code } = (await knownIn(place.openControl('number'))).get(code) ?? {};
  const log = { database: code, origin, events: eventsIn(client), seals: sealsIn(client), ...(await stateOf(client)) };
  // What was sealed after the moment is missing, as it must be.
  const until = noted.filter(({ seal }) => seal <= last.number);
  const { fault, events } = await verifyLog(log, { secrets: eachSecret(place.secrets), noted: until });
  if (fault) throw new BackupError(`${url} is not province ${code} as it was written. ${fault}`);
  return { events, seal: last.number, origin };
}
