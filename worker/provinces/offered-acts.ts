import { type ProvinceAct, provinceActs } from '../../web/platform/view.ts';
import { Problem } from '../http/problem.ts';
import { SCHEMA_VERSION } from '../tenancy/standing.ts';
import { decideDelete, decideJob, decideRestore, decideResume, decideSuspend, decideToken } from './decide.ts';
import { isHeld, type ProvinceRow } from './job.ts';

/** Whether an act would change something, as its own decision says. */
const wouldAct: Record<ProvinceAct, (row: ProvinceRow, now: string) => boolean> = {
  continue: (row, now) => row.job !== null && !isHeld(row, now),
  migrate: (row, now) => row.schemaVersion < SCHEMA_VERSION && changes(row, decideJob(row, 'migrate', now)),
  restore: (row, now) => changes(row, decideRestore(row, now)),
  resume: (row) => changes(row, decideResume(row)),
  // A sqld's tokens are its operator's: the service holds none that it could rotate.
  rotate: (row, now) => row.databaseHost === 'turso' && changes(row, decideJob(row, 'rotate', now)),
  token: (row, now) => changes(row, decideToken(row, '', now)),
  suspend: (row, now) => changes(row, decideSuspend(row, now)),
  delete: (row, now) => changes(row, decideDelete(row, now)),
};

const changes = (row: ProvinceRow, decided: ProvinceRow | Problem) => !(decided instanceof Problem) && decided !== row;

/** What a page offers to do with a province as it is now. */
export const offeredActs = (row: ProvinceRow, now: string): ProvinceAct[] =>
  provinceActs.filter((act) => wouldAct[act](row, now));
