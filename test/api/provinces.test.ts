import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { localEnvironment } from '../../local/settings.ts';
import { rotateToken, suspendProvince } from '../../worker/provinces/acts.ts';
import { openFleet } from '../../worker/provinces/fleet.ts';
import { SCHEMA_VERSION } from '../../worker/tenancy/standing.ts';
import { databaseOf } from '../support/database.ts';
import { OPERATOR } from '../support/fleet.ts';
import { type Service, startService } from '../support/service.ts';
import { prepareSurvey, readinessList } from '../support/survey.ts';
import { TursoPlatform } from '../support/turso-platform.ts';

interface Province {
  code: string;
  status: string;
  databaseUrl: string | null;
  deleteAfter: string | null;
  schemaVersion: number;
  schemaNeeded: number;
  job: { kind: string; step: string; error: string | null; running: boolean } | null;
}

let platform: TursoPlatform;
let service: Service;
let operator: Site;

beforeAll(async () => {
  platform = await TursoPlatform.start();
  const { allowOutbound, authorize, settings } = platform;
  service = await startService({ allowOutbound, authorize, bindings: settings });
  platform.serveFrom(service.runtime.hrana);
  operator = await service.as('operator');
});
afterAll(async () => {
  await service.stop();
  platform.stop();
});

const PROVINCES = '/platform/provinces';
const act = (code: string, what: string, body?: object) =>
  operator.api<Province>('POST', `${PROVINCES}/${code}/${what}`, body);
const create = (code: string, more: object = {}) =>
  operator.api<Province>('POST', PROVINCES, { code, name: `Tỉnh ${code}`, ...more });
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

/** What the service answers whoever asks for something of a province, with the seconds to wait. */
async function asked(code: string): Promise<[number, string, string | null]> {
  const answer = await service.stranger.call('GET', `/provinces/${code}/units`);
  return [answer.status, await codeOf(answer), answer.headers.get('retry-after')];
}

/** The registry as another isolate or the operator's program writes it: this worker is not told. */
const elsewhere = () => openFleet({ ...localEnvironment(service.runtime.hrana), ...platform.settings }, 'thu');
const registry = (sql: string, args: (string | number)[]) => databaseOf(service, 'control').execute({ sql, args });

test('a province made through the platform takes its first survey at once, and its token stands nowhere in the clear', async () => {
  const made = await create('14');
  expect(made).toMatchObject({
    status: 'in_service',
    schemaVersion: SCHEMA_VERSION,
    schemaNeeded: SCHEMA_VERSION,
    job: null,
  });
  expect(made.databaseUrl).toMatch(/^libsql:\/\/dia-ban-14-[0-9a-z]{6}-thu-nghiem\.turso\.local$/);
  const survey = await prepareSurvey(await service.as('designer', '14'), '14');
  expect((await readinessList(service.stranger, survey, '14')).length).toBe(1);

  const { rows } = await registry('SELECT sealed_token FROM provinces WHERE code = ?', ['14']);
  expect(String(rows[0]!.sealed_token)).toMatch(/^v2\./);
  const answer = await (await operator.get('/v1/platform/provinces')).text();
  const events = JSON.stringify((await registry('SELECT * FROM events', [])).rows);
  for (const token of platform.ofProvince('14')[0]!.minted) {
    for (const text of [String(rows[0]!.sealed_token), answer, events]) expect(text).not.toContain(token);
  }
  expect(await codeOf(await operator.call('POST', PROVINCES, { code: '14', name: 'Sơn La' }))).toBe('province_exists');
});

test('a token that was rotated elsewhere breaks no request of a worker that remembers the one before', async () => {
  await create('15');
  const designer = await service.as('designer', '15');
  const survey = await prepareSurvey(designer, '15');
  const old = platform.goodTokens(platform.ofProvince('15')[0]!);
  await rotateToken(elsewhere(), '15', OPERATOR);
  expect(platform.goodTokens(platform.ofProvince('15')[0]!)).not.toEqual(old);
  // The first request renews the token for those after it; several at once do no harm.
  const lists = await Promise.all([1, 2, 3].map(() => readinessList(service.stranger, survey, '15')));
  expect(lists.map((list) => list.length)).toEqual([1, 1, 1]);
  await designer.api('POST', '/provinces/15/units', { communes: [{ kindLabel: 'xã', name: 'Mới', villages: [] }] });
});

test('a rotation over the API ends every token before it', async () => {
  await create('16');
  const before = platform.goodTokens(platform.ofProvince('16')[0]!);
  await act('16', 'rotate-token');
  const after = platform.goodTokens(platform.ofProvince('16')[0]!);
  expect([before.length, after.length]).toEqual([1, 1]);
  expect(after).not.toEqual(before);
});

test('a suspended province answers with its own code until it is resumed', async () => {
  await create('17');
  expect((await act('17', 'suspend')).status).toBe('suspended');
  expect(await asked('17')).toEqual([503, 'province_suspended', '60']);
  expect((await act('17', 'resume')).status).toBe('in_service');
  expect(await asked('17')).toEqual([401, 'unauthenticated', null]);
});

test('a province to be deleted is out of service at once, comes back whole, and goes when its time is over', async () => {
  await create('18');
  const designer = await service.as('designer', '18');
  await designer.api('POST', '/provinces/18/units', { communes: [{ kindLabel: 'xã', name: 'Ở lại', villages: [] }] });
  const { status, deleteAfter } = await act('18', 'delete');
  expect(status).toBe('to_be_deleted');
  expect(Math.round((Date.parse(deleteAfter!) - Date.now()) / 86_400_000)).toBe(30);
  expect(await asked('18')).toEqual([410, 'province_deleted', null]);
  expect((await act('18', 'restore')).status).toBe('in_service');
  const { items } = await designer.api<{ items: { name: string }[] }>('GET', '/provinces/18/units');
  expect(items.map(({ name }) => name)).toEqual(['Ở lại']);

  await act('18', 'delete');
  await registry('UPDATE provinces SET delete_after = ? WHERE code = ?', ['2026-01-01T00:00:00.000Z', '18']);
  await service.runtime.runScheduled();
  expect((await operator.api<Province>('GET', `${PROVINCES}/18`)).status).toBe('deleted');
  expect(platform.ofProvince('18')).toEqual([]);
  expect(await asked('18')).toEqual([410, 'province_deleted', null]);
  expect(await codeOf(await operator.call('POST', `${PROVINCES}/18/restore`))).toBe('province_deleted');
});

test('what the platform refuses is told to the operator, and the scheduled run goes on with it', async () => {
  platform.outages.push({ status: 402 });
  const answer = await operator.call('POST', PROVINCES, { code: '19', name: 'Phú Thọ' });
  expect(answer.status).toBe(502);
  expect(await answer.json()).toMatchObject({ code: 'database_step_failed', step: 'database' });
  expect((await operator.api<Province>('GET', `${PROVINCES}/19`)).job).toMatchObject({
    ...{ kind: 'create', step: 'database', running: false, error: 'Turso: create database: 402' },
  });
  expect((await asked('19'))[1]).toBe('province_being_made');
  await registry('UPDATE provinces SET job_changed_at = ? WHERE code = ?', ['2026-01-01T00:00:00.000Z', '19']);
  await service.runtime.runScheduled();
  expect(await operator.api('GET', `${PROVINCES}/19`)).toMatchObject({ status: 'in_service', job: null });
});

test('a province whose schema is behind answers 503 with a code of its own until it is migrated; one that is ahead works', async () => {
  await create('20');
  await registry('UPDATE provinces SET schema_version = schema_version - 1 WHERE code = ?', ['20']);
  expect(await asked('20')).toEqual([503, 'province_schema_behind', '60']);
  expect(await act('20', 'migrate')).toMatchObject({ status: 'in_service', schemaVersion: SCHEMA_VERSION });
  await registry('UPDATE provinces SET schema_version = 999 WHERE code = ?', ['20']);
  expect(await asked('20')).toEqual([401, 'unauthenticated', null]);
  const designer = await service.as('designer', '20');
  await designer.api('POST', '/provinces/20/units', { communes: [{ kindLabel: 'xã', name: 'Mới', villages: [] }] });
  expect((await act('20', 'migrate')).schemaVersion).toBe(999);
});

test('a database that is there already is registered by its address, and its new token is told by hand', async () => {
  const made = await create('21', { databaseUrl: 'http://kho-21.turso.local', token: 'eyJ.cu' });
  expect(made).toMatchObject({ status: 'in_service', databaseHost: null, databaseUrl: 'http://kho-21.turso.local' });
  expect(await codeOf(await operator.call('POST', `${PROVINCES}/21/rotate-token`))).toBe('database_token_needed');
  expect(await act('21', 'token', { token: 'eyJ.moi' })).toMatchObject({ status: 'in_service' });
  expect(await codeOf(await operator.call('POST', `${PROVINCES}/14/token`, { token: 'x' }))).toBe('province_state');
});

test.each(['http://10.0.0.1/x', 'file:///etc/passwd', 'https://user@host', 'libsql://'])(
  'the address %s is refused',
  async (databaseUrl) => {
    const answer = await operator.call('POST', PROVINCES, { code: '22', name: 'X', databaseUrl });
    expect([answer.status, await codeOf(answer)]).toEqual([422, 'invalid_request']);
  },
);

test('a suspension elsewhere reaches the scheduled work at once, and the log tells who did what', async () => {
  await create('23');
  await suspendProvince(elsewhere(), '23', OPERATOR);
  await service.runtime.runScheduled();
  const { rows } = await registry("SELECT act, actor_kind FROM events WHERE subject = 'province:23' ORDER BY seq", []);
  expect(rows.map(({ act: name, actor_kind: kind }) => `${kind} ${name}`)).toEqual([
    ...['province.create', 'province.make-database', 'province.new-token', 'province.migrate'].map(
      (name) => `staff ${name}`,
    ),
    'staff province.suspend',
  ]);
});
