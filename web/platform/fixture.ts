import { page } from '../console/fixture.ts';
import type { FleetView, ProvinceLine, ProvinceView } from './view.ts';

/** Views of a made-up fleet, for tests of the pages. */
export const line: ProvinceLine = {
  code: '12',
  name: 'Lai Châu',
  status: 'in_service',
  databaseHost: 'turso',
  databaseName: 'dia-ban-12-a1b2c3',
  databaseUrl: 'libsql://dia-ban-12-a1b2c3-bo-cong-an.turso.io',
  group: 'sin',
  schemaVersion: 29,
  schemaNeeded: 29,
  tokenRotatedAt: '2026-11-01T02:00:00.000Z',
  createdAt: '2026-10-01T02:00:00.000Z',
  suspendedAt: null,
  deleteAfter: null,
  deletedAt: null,
  job: null,
};

export const failed: ProvinceLine = {
  ...line,
  code: '14',
  name: 'Sơn La',
  status: 'being_made',
  schemaVersion: 0,
  job: {
    ...{ kind: 'create', step: 'database', running: false },
    ...{ error: 'Turso: create database: 402', changedAt: '2026-11-27T02:00:00.000Z' },
  },
};

export const toBeDeleted: ProvinceLine = {
  ...line,
  code: '33',
  name: 'Hưng Yên',
  status: 'to_be_deleted',
  databaseHost: null,
  databaseName: null,
  group: null,
  deleteAfter: '2026-12-27T02:00:00.000Z',
};

export const fleet: FleetView = {
  ...page,
  provinces: [line, failed, toBeDeleted],
  form: { fields: { code: '', name: '', group: '', databaseUrl: '' }, errors: [], host: 'turso' },
  refusal: null,
  staffHref: null,
  logHref: null,
};

export const province: ProvinceView = {
  ...page,
  province: line,
  acts: ['rotate', 'suspend', 'delete'],
  wouldGoAt: '2026-12-27T02:00:00.000Z',
  typedCode: '',
  errors: [],
  refusal: null,
  notice: null,
  logHref: null,
  staffHref: null,
};
