import { provinces } from '../../worker/db/control.ts';
import { standingOf } from '../../worker/tenancy/standing.ts';
import { BackupError } from './format.ts';
import { makeRoom } from './load.ts';
import type { Place, Registered } from './place.ts';
import type { RestoreOptions } from './restore.ts';

export interface Target {
  url: string;
  token: string | null;
  /** The address of the database that the province was served from. */
  replaces: string | null;
  /** What the registry said of the province; null where it did not know it. */
  before: Registered | null;
}

/** How long a running worker believes what the registry said (worker/tenancy/tenant.ts), in milliseconds. */
const BELIEVED = 60_000;

/** Where a restored province goes: an empty database that no other province is served from. Throws where it must not go. */
export async function findTarget(place: Place, code: string, options: RestoreOptions): Promise<Target> {
  const all = await place.control.read.select().from(provinces);
  const before = all.find((province) => province.code === code) ?? null;
  if (before) mayReplace(before, options);
  const replaces = before?.databaseUrl || null;
  if (options.database) {
    const { url, token } = options.database;
    if (token !== null && place.secrets === null) throw new BackupError('SECRET is needed to seal the database token.');
    const user = all.find(({ databaseUrl }) => databaseUrl === url);
    // Of a registry that was restored the province's own database may be a new, empty one.
    if (user && user.code !== code) throw new BackupError(`${url} is the database of province ${user.code}.`);
    if (!(await makeRoom(place.open(url, token)))) {
      throw new BackupError(`${url} holds something already; a province is restored into an empty database only.`);
    }
    return { url, token, replaces: replaces === url ? null : replaces, before };
  }
  if (!place.isLocal) {
    throw new BackupError('Make an empty database on the server, and name it with --database-url and DATABASE_TOKEN.');
  }
  const names = [`p${code}`, `p${code}-${options.now.toISOString().replace(/\D/g, '').slice(0, 14)}`];
  for (const url of names.map((name) => `http://${name}.turso.local`)) {
    const user = all.find(({ databaseUrl }) => databaseUrl === url);
    if ((!user || user.code === code) && (await makeRoom(place.open(url)))) {
      return { url, token: null, replaces: replaces === url ? null : replaces, before };
    }
  }
  throw new BackupError(`Both ${names.join(' and ')} hold something already; try again in a second.`);
}

/**
 * A living province is not replaced unseen: it is suspended first, and long enough that no worker still writes to the database
 * that it is served from until now. What was written there meanwhile would be lost without a word.
 */
export function mayReplace(before: Registered, { replace, now }: Pick<RestoreOptions, 'replace' | 'now'>): void {
  const { code, suspendedAt, job } = before;
  const standing = standingOf(before);
  // Of a deleted one nothing is left that could be forked.
  if (standing === 'deleted') return;
  if (standing === 'to_be_deleted') {
    throw new BackupError(`Province ${code} is to be deleted, database and all: take the deletion back first.`);
  }
  if (job !== null) {
    throw new BackupError(
      `Something is being done with the database of province ${code} (${job}); try again when it is done.`,
    );
  }
  if (!replace) {
    throw new BackupError(
      `Province ${code} is registered here. With --replace it is served from the restored database; the other one is left as it is.`,
    );
  }
  if (suspendedAt === null) {
    throw new BackupError(`Province ${code} is in service. Suspend it first: what is saved meanwhile would be lost.`);
  }
  const wait = Date.parse(suspendedAt) + BELIEVED - now.getTime();
  if (wait > 0) {
    throw new BackupError(
      `Workers may write to the database of province ${code} for another ${Math.ceil(wait / 1000)} seconds; try again then.`,
    );
  }
}
