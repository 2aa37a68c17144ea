import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { app } from '../../worker/app.ts';
import { databaseOf, rowsOf } from '../support/database.ts';
import { type Service, startService } from '../support/service.ts';
import { prepareSurvey, type Survey } from '../support/survey.ts';

const ORIGIN = 'https://evil.example';
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Every path that the service answers, operations and pages alike, with the methods that something stands behind. */
const methodsOf = new Map<string, string[]>();
for (const { method, path } of app.routes) {
  if (method !== 'ALL') methodsOf.set(path, [...new Set([...(methodsOf.get(path) ?? []), method])]);
}
/** Of the operator's provider: without one they are not there, whatever is asked. */
const WITHOUT_PROVIDER = ['/sign-in/oidc', '/sign-in/oidc/callback'];
const paths = [...methodsOf.keys()].filter((path) => !WITHOUT_PROVIDER.includes(path));

let service: Service;
let designer: Site;
let survey: Survey;

beforeAll(async () => {
  service = await startService();
  designer = await service.as('designer');
  survey = await prepareSurvey(designer);
});
afterAll(() => service.stop());

/** An address that a pattern matches, and where it can be one at which something is. */
const addressOf = (pattern: string) => {
  const real: Record<string, string> = {
    code: '12',
    roundId: survey.roundId,
    unitId: survey.villages[0]!.id,
    communeId: survey.commune.id,
    section: 'residents',
    token: pattern.startsWith('/s/') ? survey.base.slice('/s/'.length) : '0123456789ab',
  };
  return pattern.replace(/:(\w+)/g, (_, name: string) => real[name] ?? '01990000-0000-7000-8000-000000000000');
};

/** Other patterns may match the same address: a version's own page and one of a province. */
const matching = (address: string) =>
  METHODS.filter((method) => app.router.match(method, address)[0].some(([[, route]]) => route.method !== 'ALL'));

const ask = (method: string, address: string, more: Record<string, string> = {}) =>
  fetch(service.url + address, {
    method,
    redirect: 'manual',
    headers: { cookie: designer.cookie, 'content-type': 'application/json', ...more },
  });

/** Runs one after the other in a few lanes: all at once would only wait for each other. */
async function each<T>(items: T[], task: (item: T) => Promise<string | null>): Promise<string[]> {
  const [queue, wrong] = [[...items], [] as string[]];
  const lane = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      const fault = await task(item);
      if (fault !== null) wrong.push(fault);
    }
  };
  await Promise.all(Array.from({ length: 6 }, lane));
  return wrong;
}

const isPrivate = (answer: Response) =>
  /^(private, no-cache|no-store)$/.test(answer.headers.get('cache-control') ?? '');
const told = (answer: Response, ...more: unknown[]) =>
  [new URL(answer.url).pathname, answer.status, answer.headers.get('cache-control'), ...more].join(' ');
const corsOf = ({ headers }: Response) => [...headers.keys()].filter((name) => name.startsWith('access-control-'));

async function recorded(): Promise<string> {
  const COUNT = 'SELECT count(*) AS count FROM events';
  const [[own], { rows }] = [await rowsOf(service, COUNT), await databaseOf(service, 'control').execute(COUNT)];
  return `${own!.count} ${rows[0]!.count}`;
}

test('there are more than a hundred addresses to ask', () => {
  expect(paths.length).toBeGreaterThan(100);
});

describe('every address', () => {
  test('answers HEAD as GET, without a body, and lets no shared cache keep either', async () => {
    const reading = paths.filter((path) => methodsOf.get(path)!.includes('GET'));
    const wrong = await each(reading, async (path) => {
      const [get, head] = [await ask('GET', addressOf(path)), await ask('HEAD', addressOf(path))];
      await get.arrayBuffer();
      const same = ['content-type', 'cache-control', 'location', 'etag', 'content-security-policy'].filter((name) => {
        const [one, other] = [get, head].map(({ headers }) => headers.get(name)?.replace(/'nonce-[^']*'/g, '') ?? null);
        return one !== other;
      });
      const body = (await head.arrayBuffer()).byteLength;
      const isRight =
        get.status === head.status && same.length === 0 && body === 0 && isPrivate(get) && isPrivate(head);
      return isRight ? null : told(get, head.status, same, body);
    });
    expect(wrong).toEqual([]);
  });

  test('says which methods it takes, to another site as well, and lets none come', async () => {
    const preflight = { origin: ORIGIN, 'access-control-request-method': 'POST', 'sec-fetch-site': 'cross-site' };
    const wrong = await each(paths, async (path) => {
      const address = addressOf(path);
      const answer = await ask('OPTIONS', address, preflight);
      const expected = [...matching(address).flatMap((name) => (name === 'GET' ? ['GET', 'HEAD'] : [name])), 'OPTIONS'];
      const isRight = answer.status === 204 && answer.headers.get('allow') === expected.join(', ');
      return isRight && corsOf(answer).length === 0 && isPrivate(answer)
        ? null
        : told(answer, answer.headers.get('allow'));
    });
    expect(wrong).toEqual([]);
  });

  test('refuses what it does not take, also from who may do most there, and nothing changes', async () => {
    const before = await recorded();
    const wrong = await each(paths, async (path) => {
      const address = addressOf(path);
      const strange = METHODS.filter((method) => !matching(address).includes(method));
      for (const method of strange) {
        const answer = await ask(method, address, { origin: service.url });
        const text = await answer.text();
        const isRight = answer.status === 405 && /OPTIONS$/.test(answer.headers.get('allow') ?? '');
        if (!isRight || !text.includes('method_not_allowed') || !isPrivate(answer)) return told(answer, method);
        if (text.includes('Bản Bo') || text.includes('Nà Khuy')) return told(answer, method, 'tells something');
      }
      return null;
    });
    expect(wrong).toEqual([]);
    expect(await recorded()).toBe(before);
  });

  test('is read by another site’s page with no leave to see it', async () => {
    const reading = paths.filter((path) => methodsOf.get(path)!.includes('GET'));
    const wrong = await each(reading, async (path) => {
      const answer = await ask('GET', addressOf(path), { origin: ORIGIN });
      await answer.arrayBuffer();
      return corsOf(answer).length === 0 ? null : told(answer, corsOf(answer));
    });
    expect(wrong).toEqual([]);
  });
});

test('a header that names another method changes nothing about the one that is used', async () => {
  const more = { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE', origin: service.url };
  const path = `/v1/provinces/12/rounds/${survey.roundId}`;
  expect((await ask('GET', path, more)).status).toBe(200);
  expect((await ask('GET', `${path}?_method=DELETE`, more)).status).toBe(200);
  expect((await ask('GET', path)).status).toBe(200);
});

test.each(['TRACE', 'TRACK', 'PROPFIND', 'ABCDE'])('%s is refused and gives nothing back', async (method) => {
  const before = await recorded();
  for (const path of ['/sign-in', survey.base, '/v1/provinces/12/rounds', '/nothing']) {
    const { status, body } = await new Promise<{ status: number; body: string }>((resolve) => {
      const sent = request(service.url + path, {
        method,
        headers: { cookie: designer.cookie, 'x-secret': 'bi-mat' },
      });
      sent.on('response', (answer) => {
        let body = '';
        answer.on('data', (part) => (body += part)).on('end', () => resolve({ status: answer.statusCode!, body }));
      });
      // What is no HTTP to the server it hangs up on.
      sent.on('error', () => resolve({ status: 400, body: '' }));
      sent.end();
    });
    expect([path, status]).toEqual([
      path,
      expect.toSatisfy((code: number) => [400, 403, 404, 405, 501].includes(code)),
    ]);
    expect(body).not.toMatch(/bi-mat|dia-ban\.session|Bản Bo/);
  }
  expect(await recorded()).toBe(before);
});

/** What anybody may keep, since it is the same for everybody: letters with their licence, and scripts with their hash in their name. */
const PUBLIC_FILES = [/^\/fonts\/[\w-]+\.(woff2|txt)$/, /^\/(fill|close|passkey)-[\w-]{8}\.js$/];

test('of the files only letters and scripts that never change may be kept by all', async () => {
  const folder = new URL('../../dist/assets/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== '_headers')
    .map((entry) => `${entry.parentPath.slice(folder.pathname.length - 1)}/${entry.name}`.replace('//', '/'));
  expect(files.length).toBeGreaterThan(8);
  const kept = await each(files, async (path) => {
    const answer = await service.stranger.get(path);
    await answer.arrayBuffer();
    if (answer.status !== 200) return told(answer);
    return answer.headers.get('cache-control')?.includes('immutable') ? path : null;
  });
  expect(kept.filter((path) => !PUBLIC_FILES.some((pattern) => pattern.test(path)))).toEqual([]);
  expect(kept.length).toBeGreaterThan(4);
});
