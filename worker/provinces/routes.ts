import { type Context, Hono } from 'hono';
import { platformGuard } from '../auth/guard.ts';
import type { App } from '../env.ts';
import { operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import type { ProblemCode } from '../http/problems.ts';
import { valid } from '../http/valid.ts';
import {
  type By,
  continueJob,
  createProvince,
  deleteProvince,
  migrateByJob,
  replaceToken,
  restoreProvince,
  resumeProvince,
  rotateToken,
  suspendProvince,
} from './acts.ts';
import { openFleet } from './fleet.ts';
import type { ProvinceRow } from './job.ts';
import { allProvinces, provinceByCode } from './store.ts';
import { NewProvince, NewToken, ProvinceList, ProvincePath, ProvinceWire, provinceToWire } from './wire.ts';

const tag = 'Provinces';

const fleetOf = (c: Context<App>) => openFleet(c.env, c.get('requestId'));
const by = (c: Context<App>): By => ({ actor: c.get('actor'), requestId: c.get('requestId') });
const shown = (row: ProvinceRow) => provinceToWire(row, new Date().toISOString());

const acting = (id: string, summary: string, problems: ProblemCode[], description?: string) =>
  operation({
    ...{ id, tag, summary, permission: 'province.write' as const, ...(description ? { description } : {}) },
    success: { status: 200, schema: ProvinceWire, description: 'The province as it is now' },
    problems: ['province_deleted', 'conflict', ...problems],
  });

const ofJob: ProblemCode[] = ['province_busy', 'province_state', 'database_step_failed'];
const LATER = 'Where a step fails, the service goes on with it by itself; asking again goes on at once.';

/** The provinces of the service and their databases. */
export const provinces = new Hono<App>()
  .get(
    '/',
    operation({
      ...{ id: 'listProvinces', tag, summary: 'List the provinces, with the state of their databases' },
      permission: 'province.read',
      success: { status: 200, schema: ProvinceList, description: 'All provinces, by code' },
    }),
    platformGuard('province.read'),
    async (c) => c.json({ items: (await allProvinces(fleetOf(c).control)).map(shown) }),
  )
  .post(
    '/',
    operation({
      ...{ id: 'createProvince', tag, summary: 'Register a province and make its database', body: true },
      description: `Makes the database, its token and its tables, step by step. ${LATER}`,
      permission: 'province.write',
      success: { status: 201, schema: ProvinceWire, description: 'The province, in service' },
      problems: ['province_exists', 'database_host_missing', 'conflict', ...ofJob],
    }),
    platformGuard('province.write'),
    valid('json', NewProvince),
    async (c) => c.json(shown(await createProvince(fleetOf(c), c.req.valid('json'), by(c))), 201),
  )
  .get(
    '/:province',
    operation({
      ...{ id: 'getProvince', tag, summary: 'Get one province', permission: 'province.read' },
      success: { status: 200, schema: ProvinceWire, description: 'The province' },
    }),
    platformGuard('province.read'),
    valid('param', ProvincePath),
    async (c) => {
      const row = await provinceByCode(fleetOf(c).control, c.req.valid('param').province).get();
      if (!row) throw new Problem('province_unknown');
      return c.json(shown(row));
    },
  )
  .post(
    '/:province/suspend',
    acting('suspendProvince', 'Take a province out of service', ['province_state'], 'Takes effect within a minute.'),
    platformGuard('province.write'),
    valid('param', ProvincePath),
    async (c) => c.json(shown(await suspendProvince(fleetOf(c), c.req.valid('param').province, by(c)))),
  )
  .post(
    '/:province/resume',
    acting('resumeProvince', 'Take a suspended province into service again', ['province_state']),
    platformGuard('province.write'),
    valid('param', ProvincePath),
    async (c) => c.json(shown(await resumeProvince(fleetOf(c), c.req.valid('param').province, by(c)))),
  )
  .post(
    '/:province/rotate-token',
    acting(
      'rotateProvinceToken',
      "Give a province's database another token and end all before it",
      ['database_token_needed', ...ofJob],
      LATER,
    ),
    platformGuard('province.write'),
    valid('param', ProvincePath),
    async (c) => c.json(shown(await rotateToken(fleetOf(c), c.req.valid('param').province, by(c)))),
  )
  .post(
    '/:province/token',
    operation({
      ...{
        id: 'replaceProvinceToken',
        tag,
        summary: 'Tell the new token of a database that was registered by hand',
        body: true,
      },
      permission: 'province.write',
      success: { status: 200, schema: ProvinceWire, description: 'The province as it is now' },
      problems: ['province_deleted', 'province_state', 'conflict'],
    }),
    platformGuard('province.write'),
    valid('param', ProvincePath),
    valid('json', NewToken),
    async (c) => {
      const { token } = c.req.valid('json');
      return c.json(shown(await replaceToken(fleetOf(c), c.req.valid('param').province, token, by(c))));
    },
  )
  .post(
    '/:province/migrate',
    acting('migrateProvince', "Bring a province's database up to date", ofJob, LATER),
    platformGuard('province.write'),
    valid('param', ProvincePath),
    async (c) => c.json(shown(await migrateByJob(fleetOf(c), c.req.valid('param').province, by(c)))),
  )
  .post(
    '/:province/continue',
    acting('continueProvince', 'Go on at once with the step of a province that is not done', ofJob),
    platformGuard('province.write'),
    valid('param', ProvincePath),
    async (c) => c.json(shown(await continueJob(fleetOf(c), c.req.valid('param').province, by(c)))),
  )
  .post(
    '/:province/delete',
    acting(
      'deleteProvince',
      'Take a province out of service and delete its database after 30 days',
      ['province_busy'],
      'Can be taken back until `deleteAfter`.',
    ),
    platformGuard('province.write'),
    valid('param', ProvincePath),
    async (c) => c.json(shown(await deleteProvince(fleetOf(c), c.req.valid('param').province, by(c)))),
  )
  .post(
    '/:province/restore',
    acting('restoreProvince', 'Take a deletion back', ofJob),
    platformGuard('province.write'),
    valid('param', ProvincePath),
    async (c) => c.json(shown(await restoreProvince(fleetOf(c), c.req.valid('param').province, by(c)))),
  );
