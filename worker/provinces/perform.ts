import { provinceMigrations } from '../../migrations/bundle.gen.ts';
import { migrate } from '../../migrations/migrate.ts';
import { openClient } from '../db/open.ts';
import { openToken, sealToken } from '../tenancy/sealed-token.ts';
import { secretsOf } from '../tenancy/secrets.ts';
import { connectionTo } from '../tenancy/tenant.ts';
import { type DatabaseHost, HostError } from './database-host.ts';
import type { Fleet } from './fleet.ts';
import type { ProvinceRow, Step } from './job.ts';

/** What a step came to: columns of the registry, and what its event tells. */
export interface Performed {
  change: Partial<ProvinceRow>;
  detail: Record<string, unknown>;
}

function hostOf(fleet: Fleet, row: ProvinceRow): { host: DatabaseHost; name: string } {
  const host = row.databaseHost && fleet.hostOf(row.databaseHost);
  if (!host || !row.databaseName) throw new HostError(`nothing is configured for ${row.databaseHost ?? 'its host'}`);
  return { host, name: row.databaseName };
}

/** A client of a province's database, for the operator's work; requests go through `tenantOf`. */
export async function clientOf(fleet: Fleet, row: ProvinceRow) {
  const { env, requestId } = fleet;
  const token = row.sealedToken && (await openToken(row.sealedToken, row.code, secretsOf(env)));
  return openClient(connectionTo(env, row.databaseUrl, token, requestId));
}

export async function migrateProvince(fleet: Fleet, row: ProvinceRow): Promise<string[]> {
  return migrate(await clientOf(fleet, row), provinceMigrations, () => new Date(fleet.now()));
}

const performers: Record<Step, (fleet: Fleet, row: ProvinceRow) => Promise<Performed>> = {
  async database(fleet, row) {
    const { host, name } = hostOf(fleet, row);
    return { change: { databaseUrl: await host.create(name, row.databaseGroup) }, detail: { database: name } };
  },

  async token(fleet, row) {
    const { host, name } = hostOf(fleet, row);
    const token = await host.renewToken(name);
    const sealedToken = token === null ? null : await sealToken(token, row.code, fleet.env.SECRET);
    return { change: { sealedToken, tokenRotatedAt: token === null ? null : fleet.now() }, detail: {} };
  },

  async check(fleet, row) {
    await (await clientOf(fleet, row)).execute('SELECT 1');
    return { change: {}, detail: {} };
  },

  async migrate(fleet, row) {
    const applied = await migrateProvince(fleet, row);
    const schemaVersion = Math.max(row.schemaVersion, provinceMigrations.length);
    return { change: { schemaVersion }, detail: { applied } };
  },

  async drop(fleet, row) {
    // What was registered by hand is its owner's to delete.
    if (row.databaseHost !== null) {
      const { host, name } = hostOf(fleet, row);
      await host.drop(name);
    }
    const gone = { databaseUrl: '', sealedToken: null, tokenRotatedAt: null, schemaVersion: 0 };
    return { change: { ...gone, deletedAt: fleet.now() }, detail: { database: row.databaseName } };
  },
};

/** Does one step, or does it again. Throws whatever went wrong. */
export const perform = (fleet: Fleet, row: ProvinceRow, step: Step): Promise<Performed> => performers[step](fleet, row);
