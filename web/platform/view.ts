import type { PageView } from '../console/view.ts';

/** What can be done with a province and its database (worker/provinces/acts.ts), in the order in which a page offers it. */
export const provinceActs = [
  'continue',
  'migrate',
  'restore',
  'resume',
  'rotate',
  'token',
  'suspend',
  'delete',
] as const;
export type ProvinceAct = (typeof provinceActs)[number];

/** A province as the registry has it: what the API says of it (worker/provinces/wire.ts). */
export interface ProvinceLine {
  code: string;
  name: string;
  status: 'being_made' | 'in_service' | 'suspended' | 'to_be_deleted' | 'deleted';
  /** Null where the database was registered by hand. */
  databaseHost: 'turso' | 'sqld' | null;
  databaseName: string | null;
  databaseUrl: string | null;
  group: string | null;
  /** Migrations that the database has, and that this version of the service needs. */
  schemaVersion: number;
  schemaNeeded: number;
  tokenRotatedAt: string | null;
  createdAt: string;
  suspendedAt: string | null;
  deleteAfter: string | null;
  deletedAt: string | null;
  job: {
    kind: 'create' | 'rotate' | 'migrate' | 'delete';
    step: 'database' | 'token' | 'check' | 'migrate' | 'drop';
    running: boolean;
    error: string | null;
    changedAt: string | null;
  } | null;
}

/** What was typed into the form that makes a province; a token is never shown again. */
export interface NewProvinceFields {
  code: string;
  name: string;
  group: string;
  databaseUrl: string;
}

export type NewProvinceError = 'code' | 'name' | 'group' | 'databaseUrl' | 'token';

export interface FleetView extends PageView {
  provinces: ProvinceLine[];
  /** The form that makes a province, with where databases are made; null for who may only look. */
  form: { fields: NewProvinceFields; errors: NewProvinceError[]; host: 'turso' | 'sqld' | null } | null;
  /** Why what was asked for was not done. */
  refusal: string | null;
  /** The people with roles for the service as a whole, and its log, for those who may see them. */
  staffHref: string | null;
  logHref: string | null;
}

export interface ProvinceView extends PageView {
  province: ProvinceLine;
  /** What can be done now; empty for who may only look. */
  acts: ProvinceAct[];
  /** When a deletion that is asked for now would take the database. */
  wouldGoAt: string;
  /** What was typed to confirm a deletion. */
  typedCode: string;
  errors: ('code' | 'token')[];
  refusal: string | null;
  /** What was just done. */
  notice: ProvinceAct | 'create' | null;
  /** The province's log and people, for those who may see them. */
  logHref: string | null;
  staffHref: string | null;
}
