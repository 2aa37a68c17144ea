import * as v from 'valibot';
import { Line, Timestamp } from '../http/wire.ts';
import { SCHEMA_VERSION, standingOf } from '../tenancy/standing.ts';
import { isHeld, type ProvinceRow } from './job.ts';

const Code = v.pipe(v.string(), v.regex(/^\d{2}$/), v.description("The province's official two digits"));

/** An address that the worker asks for data and sends a token to: encrypted, but for this machine's own. */
const isSafe = (text: string) =>
  /^(libsql|https):\/\/[^\s/@]+(\/\S*)?$/.test(text) || /^http:\/\/[a-z0-9-]+\.turso\.local\/?$/.test(text);

const DatabaseUrl = v.pipe(
  v.string(),
  v.maxLength(300),
  v.check(isSafe, 'An address that begins with libsql:// or https://'),
  v.description('Of a database that is there already; without it one is made'),
);
const DatabaseToken = v.pipe(v.string(), v.minLength(1), v.maxLength(4000), v.regex(/^[\x21-\x7e]+$/));

export const NewProvince = v.strictObject({
  code: Code,
  name: Line(100),
  group: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[a-z0-9-]{1,64}$/),
      v.description("Turso's group, which says in which region the data are"),
    ),
  ),
  databaseUrl: v.optional(DatabaseUrl),
  token: v.optional(v.pipe(DatabaseToken, v.description('Of the database at `databaseUrl`'))),
});

export const NewToken = v.strictObject({ token: DatabaseToken });

export const ProvincePath = v.object({ province: v.string() });

export const ProvinceWire = v.object({
  code: Code,
  name: v.string(),
  status: v.picklist(['being_made', 'in_service', 'suspended', 'to_be_deleted', 'deleted']),
  databaseHost: v.nullable(
    v.pipe(v.picklist(['turso', 'sqld']), v.description('Null where it was registered by hand')),
  ),
  databaseName: v.nullable(v.string()),
  databaseUrl: v.nullable(v.string()),
  group: v.nullable(v.string()),
  schemaVersion: v.pipe(v.number(), v.description('How many of the migrations the database has')),
  schemaNeeded: v.pipe(v.number(), v.description('How many this version of the service needs')),
  tokenRotatedAt: v.nullable(Timestamp),
  createdAt: Timestamp,
  suspendedAt: v.nullable(Timestamp),
  deleteAfter: v.nullable(v.pipe(Timestamp, v.description('Until then a deletion can be taken back'))),
  deletedAt: v.nullable(Timestamp),
  job: v.nullable(
    v.object({
      kind: v.picklist(['create', 'rotate', 'migrate', 'delete']),
      step: v.pipe(v.picklist(['database', 'token', 'check', 'migrate', 'drop']), v.description('What comes next')),
      running: v.boolean(),
      error: v.nullable(v.pipe(v.string(), v.description('Why the step failed when it was last tried'))),
      changedAt: v.nullable(Timestamp),
    }),
  ),
});

export const ProvinceList = v.object({ items: v.array(ProvinceWire) });

export function provinceToWire(row: ProvinceRow, now: string): v.InferInput<typeof ProvinceWire> {
  const { code, name, databaseHost, databaseName, schemaVersion, tokenRotatedAt, createdAt } = row;
  const { suspendedAt, deleteAfter, deletedAt, job, jobStep, jobError, jobChangedAt } = row;
  const running = isHeld(row, now);
  return {
    ...{ code, name, status: standingOf(row), databaseHost, databaseName, databaseUrl: row.databaseUrl || null },
    ...{ group: row.databaseGroup, schemaVersion, schemaNeeded: SCHEMA_VERSION, tokenRotatedAt, createdAt },
    ...{ suspendedAt, deleteAfter, deletedAt },
    job: job && jobStep && { kind: job, step: jobStep, running, error: jobError, changedAt: jobChangedAt },
  };
}
