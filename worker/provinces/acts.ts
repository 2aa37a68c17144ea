import type { Act } from '../../web/log/acts.ts';
import type { Writing } from '../audit/event.ts';
import { accept, Problem } from '../http/problem.ts';
import { acting, refusing } from '../http/refusing.ts';
import { sealToken } from '../tenancy/sealed-token.ts';
import { forgetTenant } from '../tenancy/tenant.ts';
import {
  decideCreate,
  decideDelete,
  decideJob,
  decideRestore,
  decideResume,
  decideSuspend,
  decideToken,
} from './decide.ts';
import type { Fleet } from './fleet.ts';
import type { ProvinceRow } from './job.ts';
import { runJob } from './run-job.ts';
import { provinceByCode, saveProvince } from './store.ts';

/** Who acts; the instant is the fleet's. */
export type By = Omit<Writing, 'now'>;

export interface NewDatabase {
  code: string;
  name: string;
  group?: string | null;
  /** A database that is there already, with its token where it asks for one; one is made without. */
  databaseUrl?: string | null;
  token?: string | null;
}

async function known(fleet: Fleet, code: string): Promise<ProvinceRow> {
  const row = /^\d{2}$/.test(code) ? await provinceByCode(fleet.control, code).get() : undefined;
  if (!row) throw new Problem('province_unknown');
  return row;
}

/** Stores what was decided, and does the job that it began. */
async function carryOut(fleet: Fleet, act: Act, before: ProvinceRow | null, decided: ProvinceRow | Problem, by: By) {
  const after = accept(decided);
  if (after !== before) {
    await refusing(saveProvince(fleet.control, act, before, after, { ...by, now: fleet.now() }), acting);
    forgetTenant(after.code);
  }
  return after.job !== null && after.job !== before?.job ? runJob(fleet, after.code, by) : after;
}

const act =
  (name: Act, decide: (row: ProvinceRow, now: string) => ProvinceRow | Problem) =>
  async (fleet: Fleet, code: string, by: By): Promise<ProvinceRow> => {
    const row = await known(fleet, code);
    return carryOut(fleet, name, row, decide(row, fleet.now()), by);
  };

export const suspendProvince = act('province.suspend', decideSuspend);
export const resumeProvince = act('province.resume', decideResume);
export const deleteProvince = act('province.delete', decideDelete);
export const restoreProvince = act('province.restore', decideRestore);

const job =
  (name: Act, kind: 'rotate' | 'migrate') =>
  async (fleet: Fleet, code: string, by: By): Promise<ProvinceRow> => {
    const row = await known(fleet, code);
    const decided = accept(decideJob(row, kind, fleet.now()));
    // Asked for again while it stands: whoever asks goes on with it.
    return decided === row ? runJob(fleet, code, by) : carryOut(fleet, name, row, decided, by);
  };

export const migrateByJob = job('province.begin-migration', 'migrate');
const rotateByJob = job('province.begin-rotation', 'rotate');

/** Goes on at once with the job that a province is in, whatever it is; throws `province_state` where there is none. */
export async function continueJob(fleet: Fleet, code: string, by: By): Promise<ProvinceRow> {
  const row = await known(fleet, code);
  if (row.job === null) throw new Problem('province_state');
  return runJob(fleet, code, by);
}

/** Gives a province's database another token and ends all before it. One that was registered by hand wants its new token. */
export async function rotateToken(fleet: Fleet, code: string, by: By): Promise<ProvinceRow> {
  const row = await known(fleet, code);
  if (row.databaseHost === null) throw new Problem('database_token_needed');
  return rotateByJob(fleet, code, by);
}

/** Takes the new token of a database that was registered by hand. */
export async function replaceToken(fleet: Fleet, code: string, token: string, by: By): Promise<ProvinceRow> {
  const row = await known(fleet, code);
  const decided = decideToken(row, await sealToken(token, code, fleet.env.SECRET), fleet.now());
  return carryOut(fleet, 'province.new-token', row, decided, by);
}

export async function renameProvince(fleet: Fleet, row: ProvinceRow, name: string, by: By): Promise<ProvinceRow> {
  return name === row.name ? row : carryOut(fleet, 'province.rename', row, { ...row, name }, by);
}

/** Registers a province and makes its database, or goes on making it. */
export async function createProvince(fleet: Fleet, wanted: NewDatabase, by: By): Promise<ProvinceRow> {
  const { code, name, databaseUrl = null, token = null, group = null } = wanted;
  const { host } = fleet;
  if (databaseUrl === null && !host) throw new Problem('database_host_missing');
  const database =
    databaseUrl === null
      ? { databaseUrl: '', sealedToken: null, databaseHost: host!.kind, databaseName: host!.newName(code) }
      : {
          databaseUrl,
          sealedToken: token === null ? null : await sealToken(token, code, fleet.env.SECRET),
          databaseHost: null,
          databaseName: null,
        };
  const existing = (await provinceByCode(fleet.control, code).get()) ?? null;
  const decided = accept(decideCreate(existing, { code, name, databaseGroup: group, ...database }, fleet.now()));
  return decided === existing ? runJob(fleet, code, by) : carryOut(fleet, 'province.create', existing, decided, by);
}
