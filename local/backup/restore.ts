import type { Client } from '@libsql/client';
import { and, inArray, isNotNull, isNull } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql/http';
import { controlMigrations, provinceMigrations } from '../../migrations/bundle.gen.ts';
import { type Migration, migrate } from '../../migrations/migrate.ts';
import { controlEvent } from '../../worker/audit/event.ts';
import { provinces } from '../../worker/db/control.ts';
import { newId } from '../../worker/db/id.ts';
import { GRACE_DAYS } from '../../worker/provinces/decide.ts';
import { checkContents } from './check.ts';
import { BackupError } from './format.ts';
import { finish, load, makeRoom } from './load.ts';
import { knowsSecret, operator, type Place } from './place.ts';
import type { OpenBackup } from './read-file.ts';
import { register } from './register.ts';
import { settle } from './settle.ts';
import { findTarget } from './target.ts';

export interface RestoreOptions {
  /** Another code than the file's: for looking at it beside the living province. Its links and keys do not open there. */
  code?: string | undefined;
  /** Put the restored database in the place of the one that the province is served from. */
  replace?: boolean | undefined;
  /** Serve it at once, without an operator's look at it first. */
  inService?: boolean | undefined;
  /** An empty database on a server; by default a new file beside the others. */
  database?: { url: string; token: string | null } | undefined;
  now: Date;
}

export interface Restored {
  what: string;
  rows: number;
  databaseUrl: string;
  /** Migrations that the file did not have yet. */
  migrated: string[];
  suspended: boolean;
  /** What served the province until now; it is left as it is. */
  replaced: string | null;
  /** Whether PINs and what else is kept under the worker's secret can still be used; null when one of the two is not known. */
  sameSecret: boolean | null;
  /** Links in use whose PIN was stored under the secret of the file. */
  linksWithPin: number;
}

/** Throws where something has migrations that this version does not know. */
export function refuseNewer(what: string, tags: readonly string[], migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ tag }) => tag));
  const unknown = tags.filter((tag) => !known.has(tag));
  if (unknown.length === 0) return;
  throw new BackupError(
    `${what} is of a newer version, with migrations that this one does not know: ${unknown.join(', ')}. Restore it with that version.`,
  );
}

/**
 * Restores a province into a database that holds nothing, and registers it last: a crash on the way leaves a database that nobody
 * is led to, and that the next restore clears. Throws `BackupError` before anything is written where the file, the schema, the
 * registry or the database speak against it.
 */
export async function restoreProvince(place: Place, backup: OpenBackup, options: RestoreOptions): Promise<Restored> {
  const { province } = backup.header;
  if (!province) throw new BackupError('This is a backup of the registry, not of a province.');
  refuseNewer('The backup', backup.header.migrations, provinceMigrations);
  const rows = await checkContents(backup);
  const now = () => options.now;
  if (place.isLocal) await migrate(place.openControl(), controlMigrations, now);
  const code = options.code ?? province.code;
  const target = await findTarget(place, code, options);
  const client = place.open(target.url, target.token);
  await load(client, backup);
  const migrated = await migrate(client, provinceMigrations, now);
  const { sha256 } = backup;
  const { madeAt } = backup.header;
  const act = 'province.from-backup' as const;
  await settle(place, client, code, { act, detail: { sha256, madeAt } }, options.now);
  const linksWithPin = await countPins(client);
  await finish(client);
  const suspended = !options.inService;
  // `of`: under which code the log began, by which it is proven.
  const { url: databaseUrl, replaces } = target;
  const detail = { of: province.code, sha256, madeAt, databaseUrl, replaces, suspended };
  await register(place, { ...target, code, name: province.name, suspended, act, detail }, options.now);
  return {
    ...{ what: code, rows, databaseUrl, migrated, suspended, linksWithPin },
    replaced: target.replaces,
    sameSecret: knowsSecret(place, backup.header.secret),
  };
}

/**
 * Restores the registry into a control database that holds nothing. Its provinces wait for their databases, and are suspended; a
 * deletion that was under way can be taken back for as long as a new one.
 */
export async function restoreControl(place: Place, backup: OpenBackup, options: RestoreOptions): Promise<Restored> {
  refuseNewer('The backup', backup.header.migrations, controlMigrations);
  const rows = await checkContents(backup);
  const client = place.openControl();
  if (!(await makeRoom(client)))
    throw new BackupError(`The control database ${place.controlUrl} holds something already.`);
  await load(client, backup);
  const migrated = await migrate(client, controlMigrations, () => options.now);
  const suspended = !options.inService;
  const at = options.now.toISOString();
  const db = drizzle(client);
  const control = { ...place.control, write: db };
  const by = { actor: operator, requestId: newId(), now: at };
  const detail = { sha256: backup.sha256, madeAt: backup.header.madeAt, suspended };
  const isServed = isNull(provinces.suspendedAt);
  const inAMonth = new Date(options.now.getTime() + GRACE_DAYS * 86_400_000).toISOString();
  const noJob = { job: null, jobStep: null, jobLease: null, jobError: null };
  await db.batch([
    controlEvent(control, by, 'registry.from-backup', 'registry', detail),
    // What the backup has as asked for may have been taken back since: there is a month to take it back again.
    db
      .update(provinces)
      .set({ deleteAfter: inAMonth })
      .where(and(isNotNull(provinces.deleteAfter), isNull(provinces.deletedAt))),
    db
      .update(provinces)
      .set(noJob)
      .where(inArray(provinces.job, ['rotate', 'migrate', 'delete'])),
    ...(suspended ? [db.update(provinces).set({ suspendedAt: at }).where(isServed)] : []),
  ]);
  await finish(client);
  return {
    ...{ what: 'control', rows, databaseUrl: place.controlUrl, migrated, suspended, linksWithPin: 0 },
    replaced: null,
    sameSecret: knowsSecret(place, backup.header.secret),
  };
}

async function countPins(client: Client): Promise<number> {
  const { rows } = await client.execute(
    'SELECT count(*) AS n FROM links WHERE pin_hash IS NOT NULL AND revoked_at IS NULL',
  );
  return Number(rows[0]!.n);
}
