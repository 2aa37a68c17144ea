import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

let down: string[] = [];

beforeAll(async () => {
  service = await startService({
    requestLog: true,
    onLog: (text) => (logged += text.toString()),
    onPipeline: ({ database }) => {
      if (down.includes(database)) throw new Error('the disk is gone');
    },
  });
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

test('Server-Timing tells nobody but staff and keys: how often a database was asked says what was found', async () => {
  const answers = [
    await service.stranger.get(survey.base),
    await service.stranger.get('/sign-in'),
    await service.stranger.post('/sign-in', { email: 'designer.12@example.vn', password: 'sai' }),
    await service.stranger.get(readinessPath(survey.roundId), { authorization: `Bearer dbk_12_${'0'.repeat(32)}` }),
    await (await service.as('designer', '33')).get(readinessPath(survey.roundId)),
  ];
  expect(answers.map(({ headers }) => headers.get('server-timing'))).toEqual(answers.map(() => null));
});

test('Server-Timing tells the round trips of the request and their share of the whole', async () => {
  const answer = await service.stranger.get(readinessPath(survey.roundId), { authorization: `Bearer ${survey.key}` });
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

describe('what somebody sends', () => {
  const SECRET = 'bi-mat-khong-duoc-ghi';
  const NOTHING = '0'.repeat(26);

  /** Everywhere that a request can carry something, and what it meets there. */
  const hostile = (): [string, RequestInit][] => [
    [`/${SECRET}`, {}],
    [`/s/${SECRET}?a=${SECRET}`, {}],
    [`/s/12-${NOTHING}-mo/${SECRET}/${SECRET}`, {}],
    [`/p/${SECRET}/dong-phieu`, { method: 'POST', body: new URLSearchParams({ [SECRET]: SECRET }) }],
    [`/lich/${SECRET}.ics`, {}],
    [`/moi/${SECRET}`, {}],
    [`/console/${SECRET}`, {}],
    [`/console/12/rounds/${SECRET}?lang=${SECRET}`, {}],
    [`/sign-in?next=/${SECRET}`, {}],
    ['/sign-in', { method: 'POST', body: new URLSearchParams({ email: `${SECRET}@example.vn`, password: SECRET }) }],
    [`/v1/provinces/${SECRET}/rounds`, {}],
    [`/v1/provinces/12/rounds?${SECRET}=${SECRET}`, { headers: { authorization: `Bearer ${SECRET}` } }],
    [
      '/v1/provinces/12/rounds',
      { method: 'POST', body: `{"${SECRET}`, headers: { 'content-type': 'application/json' } },
    ],
    [`/%E0%A4%A${SECRET}`, {}],
    [`/v1/provinces/%00${SECRET}/x`, {}],
    [`//${SECRET}.example/`, {}],
  ];

  const headers = (origin: string, cookie: string) => ({
    origin,
    cookie: `${cookie}; dia-ban-link=${SECRET}; dia-ban.session_token=${SECRET}.${SECRET}`,
    referer: `${origin}/s/${SECRET}`,
    'user-agent': SECRET,
    'x-request-id': SECRET,
    'if-none-match': `"${SECRET}"`,
    'accept-language': SECRET,
  });

  test.each([
    ['all is well', []],
    ['the registry is away', ['control']],
    ['a province is away', ['p12']],
  ])('is in no line, while %s; each answer has an id of ours', async (_, away) => {
    const before = logged.length;
    down = away;
    const ids: (string | null)[] = [];
    for (const cookie of ['', designer.cookie]) {
      for (const [path, request] of hostile()) {
        const more = { ...headers(service.url, cookie), ...(request.headers as Record<string, string>) };
        const answer = await fetch(service.url + path, { redirect: 'manual', ...request, headers: more });
        ids.push(answer.headers.get('x-request-id'));
        await answer.text();
      }
    }
    down = [];
    expect(ids.filter((id) => !/^[0-9a-f-]{36}$/.test(id ?? ''))).toEqual([]);
    await expect.poll(() => lines().some(({ requestId }) => requestId === ids.at(-1))).toBe(true);
    const said = logged.slice(before);
    expect(said).not.toContain(SECRET);
    expect(said.split('\n').filter((line) => line !== '' && !/^\{.*"requestId":"[0-9a-f-]{36}"/.test(line))).toEqual(
      [],
    );
  });

  test('is in no line either where a session’s own token is asked for and nothing answers', async () => {
    const before = logged.length;
    const site = await service.as('reader');
    const token = decodeURIComponent(/session_token=([^;]*)/.exec(site.cookie)![1]!).split('.')[0]!;
    site.cookie = site.cookie.replace(/dia-ban\.session_data=[^;]*;?\s*/, '');
    down = ['control'];
    const answers = [await site.get('/console/12'), await site.get('/v1/provinces/12/rounds')];
    const refused = await service.stranger.post('/sign-in', { email: 'reader.12@example.vn', password: 'x' });
    down = [];
    expect([...answers, refused].map(({ status }) => status)).toEqual([503, 503, 503]);
    await lineOf(refused);
    const said = logged.slice(before);
    expect(said).toContain('"event":"request.failed"');
    for (const secret of [token, 'reader.12@example.vn']) expect(said).not.toContain(secret);
  });
});
