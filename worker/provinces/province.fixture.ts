import { SCHEMA_VERSION } from '../tenancy/standing.ts';
import { newLease, type ProvinceRow } from './job.ts';

export const NOW = '2026-11-27T01:00:00.000Z';

/** A province in service whose database was made at Turso, but for what is named. */
export const province = (more: Partial<ProvinceRow> = {}): ProvinceRow => ({
  code: '12',
  name: 'Lai Châu',
  databaseUrl: 'libsql://dia-ban-12-a1b2c3-tinh.turso.io',
  sealedToken: 'v2.cu',
  databaseHost: 'turso',
  databaseName: 'dia-ban-12-a1b2c3',
  databaseGroup: null,
  schemaVersion: SCHEMA_VERSION,
  tokenRotatedAt: '2026-11-01T00:00:00.000Z',
  createdAt: '2026-10-01T00:00:00.000Z',
  suspendedAt: null,
  deleteAfter: null,
  deletedAt: null,
  job: null,
  jobStep: null,
  jobLease: null,
  jobError: null,
  jobChangedAt: null,
  ...more,
});

/** A province in every state that there is. */
export const rows = {
  inService: province(),
  behind: province({ schemaVersion: SCHEMA_VERSION - 1 }),
  byHand: province({ databaseHost: null, databaseName: null }),
  suspended: province({ suspendedAt: '2026-11-20T00:00:00.000Z' }),
  rotating: province({ job: 'rotate', jobStep: 'check', jobError: 'Turso: create token: 500' }),
  beingMade: province({ job: 'create', jobStep: 'token', schemaVersion: 0, jobError: 'Turso: create token: 500' }),
  toBeDeleted: province({ deleteAfter: '2026-12-01T00:00:00.000Z' }),
  /** Its day has come, and the scheduled handler has not. */
  overdue: province({ deleteAfter: NOW }),
  dropping: province({ deleteAfter: '2026-11-26T00:00:00.000Z', job: 'delete', jobStep: 'drop' }),
  deleted: province({
    deleteAfter: '2026-11-01T00:00:00.000Z',
    deletedAt: '2026-11-01T00:00:10.000Z',
    databaseUrl: '',
  }),
} satisfies Record<string, ProvinceRow>;

/** The same while somebody is at its job. */
export const held = (row: ProvinceRow): ProvinceRow => ({ ...row, jobLease: newLease('ai-do', NOW) });
