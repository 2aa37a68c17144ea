import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { databaseOf } from '../support/database.ts';
import { type Service, startService } from '../support/service.ts';

/** What the databases of each name do instead of answering. */
let trouble: Record<string, () => void | Promise<void>> = {};
let service: Service;

beforeAll(async () => {
  service = await startService({ onPipeline: ({ database }) => trouble[database]?.() });
});
beforeEach(() => {
  trouble = {};
});
afterAll(() => service.stop());

const fails = () => {
  throw new Error('http://control.turso.local is out of order');
};
let waiting: (() => void)[] = [];
const hangs = () => new Promise<void>((resolve) => waiting.push(resolve));
function release(): void {
  for (const resolve of waiting) resolve();
  waiting = [];
}

const roundTrips = (answer: Response) => service.runtime.hrana.pipelines.ofRequest(answer.headers.get('x-request-id')!);

/** Asks when what was found before is no longer given again. */
async function askAnew(): Promise<Response> {
  await new Promise((resolve) => setTimeout(resolve, 1100));
  return service.stranger.get('/readyz');
}

test.each(['/healthz', '/health'])('%s answers without any database', async (path) => {
  trouble = { control: fails, p12: fails, p33: fails };
  const answer = await service.stranger.get(path);
  expect([answer.status, await answer.json(), roundTrips(answer)]).toEqual([200, { status: 'ok' }, 0]);
});

test('the service is ready when the registry and a province answer, and does not ask them again for everybody', async () => {
  const answer = await askAnew();
  expect([answer.status, await answer.json()]).toEqual([200, { status: 'ready', registry: 'ok', province: 'ok' }]);
  const again = await Promise.all(Array.from({ length: 20 }, () => service.stranger.get('/readyz')));
  expect(again.map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect(again.map(roundTrips)).toEqual(Array(20).fill(0));
});

test.each([
  ['the registry fails', { control: fails }, { registry: 'failed', province: 'not_asked' }],
  ['all provinces fail', { p12: fails, p33: fails }, { registry: 'ok', province: 'failed' }],
  ['the registry says nothing', { control: hangs }, { registry: 'timed_out', province: 'not_asked' }],
  ['no province says anything', { p12: hangs, p33: hangs }, { registry: 'ok', province: 'timed_out' }],
])('while %s it is not, says so in time, and names no host', async (_, broken, parts) => {
  trouble = broken as typeof trouble;
  const began = Date.now();
  const answer = await askAnew();
  release();
  expect(Date.now() - began).toBeLessThan(6000);
  expect([answer.status, await answer.json()]).toEqual([503, { status: 'not_ready', ...parts }]);
});

test.each([
  ['fails', fails],
  ['says nothing', hangs],
])('a province that %s is told, and takes the service away from no other', async (_, trouble12) => {
  trouble = { p12: trouble12 };
  const answer = await askAnew();
  release();
  expect([answer.status, await answer.json()]).toEqual([200, { status: 'ready', registry: 'ok', province: 'partly' }]);
});

test('a service without a province in use waits for one, and is ready', async () => {
  await databaseOf(service, 'control').execute(`UPDATE provinces SET suspended_at = '2026-01-01T00:00:00.000Z'`);
  const answer = await askAnew();
  expect([answer.status, await answer.json()]).toEqual([
    200,
    { status: 'ready', registry: 'ok', province: 'not_asked' },
  ]);
});
