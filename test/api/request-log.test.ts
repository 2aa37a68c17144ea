import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { tokenOf } from '../support/links.ts';
import { Phone } from '../support/phone.ts';
import { type Service, startService } from '../support/service.ts';
import { prepareSurvey, readinessPath, type Survey } from '../support/survey.ts';

interface Line {
  event: string;
  requestId: string;
  method: string;
  route: string;
  status: number;
  ms: number;
  roundTrips: number;
}

let service: Service;
let designer: Site;
let survey: Survey;
let logged = '';

beforeAll(async () => {
  service = await startService({ requestLog: true, onLog: (text) => (logged += text.toString()) });
  designer = await service.as('designer');
  survey = await prepareSurvey(designer);
});
afterAll(() => service.stop());

const lines = () =>
  logged
    .split('\n')
    .filter((line) => line.startsWith('{"event":"request"'))
    .map((line) => JSON.parse(line) as Line);

/** The line of a request, and the request's id. */
async function lineOf(answer: Response): Promise<Line> {
  const id = answer.headers.get('x-request-id');
  await expect.poll(() => lines().some(({ requestId }) => requestId === id)).toBe(true);
  const found = lines().filter(({ requestId }) => requestId === id);
  expect(found).toHaveLength(1);
  return found[0]!;
}

async function openClean(): Promise<Response> {
  const phone = new Phone(service.url);
  return phone.get(await phone.open(survey.url));
}

const FORM = { population: '1.192', households_total: '240', ':revision': '0' };

test.each<[string, number, () => Promise<Response>]>([
  ['GET /s/:token', 200, () => service.stranger.get(survey.base)],
  ['GET /s/:token', 404, () => service.stranger.get(`/s/12-${'0'.repeat(26)}-mo`)],
  ['GET /s/:token', 303, () => service.stranger.get(new URL(survey.url).pathname)],
  ['GET /p/:token', 200, openClean],
  ['GET /p/:token', 401, () => service.stranger.get('/p/000000000000')],
  [
    'POST /s/:token/:unitId/:section',
    303,
    () => service.stranger.post(`${survey.base}/${villageId()}/residents`, FORM),
  ],
  ['GET /s/:token/api/file', 200, () => service.stranger.get(`${survey.base}/api/file`)],
  ['GET /v1/provinces/:code/rounds/:roundId/readiness', 401, () => service.stranger.get(readinessPath(survey.roundId))],
  ['GET /v1/provinces/:code/rounds/:roundId', 200, () => designer.get(`/v1/provinces/12/rounds/${survey.roundId}`)],
  [
    'PATCH /v1/provinces/:code/rounds/:roundId',
    428,
    () => designer.call('PATCH', `/provinces/12/rounds/${survey.roundId}`, {}),
  ],
  ['GET /console/:code/rounds/:roundId', 200, () => designer.get(`/console/12/rounds/${survey.roundId}`)],
  ['GET /*', 404, () => service.stranger.get('/.env')],
  ['GET /healthz', 200, () => service.stranger.get('/healthz')],
])('%s (%i) is logged by its pattern, with what it cost and nothing else', async (route, status, ask) => {
  const answer = await ask();
  expect(answer.status).toBe(status);
  const { requestId, ms, ...line } = await lineOf(answer);
  const roundTrips = service.runtime.hrana.pipelines.ofRequest(requestId);
  const [method, pattern] = route.split(' ');
  expect(line).toEqual({ event: 'request', method, route: pattern, status, roundTrips });
  expect(ms).toBeGreaterThanOrEqual(0);
});

const villageId = () => survey.villages[0]!.id;

test('Server-Timing tells the round trips of the request and their share of the whole', async () => {
  const answer = await service.stranger.get(survey.base);
  const timing = answer.headers.get('server-timing')!;
  const [, waited, count, total] = /^db;dur=([\d.]+);desc="(\d+)", total;dur=([\d.]+)$/.exec(timing)!;
  expect(Number(count)).toBe(1);
  expect(Number(waited)).toBeGreaterThan(0);
  expect(Number(total)).toBeGreaterThanOrEqual(Number(waited));
});

test('no line holds a token, an id or anybody’s address', async () => {
  const { requestId } = await lineOf(await designer.get('/console/12'));
  expect(requestId).not.toBe('');
  const text = lines()
    .map(({ requestId: _, ...line }) => JSON.stringify(line))
    .join('\n');
  for (const secret of [tokenOf(survey.url), survey.roundId, villageId(), survey.key, 'example.vn']) {
    expect(text).not.toContain(secret);
  }
});
