import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { type Service, startService } from '../support/service.ts';
import { prepareSurvey, type Survey } from '../support/survey.ts';

/** Small, so that they are reached soon; what answers say of the limits are the numbers of production. */
const FEW = { KEY_REQUESTS: 5, ANONYMOUS_REQUESTS: 3, ADDRESS_REQUESTS: 12 };
const ROUNDS = '/v1/provinces/12/rounds';

let service: Service;
let designer: Site;
let survey: Survey;

beforeAll(async () => {
  service = await startService({ clientAddressHeader: 'x-real-ip', requestLimits: FEW });
  designer = await service.as('designer');
  survey = await prepareSurvey(designer);
});
afterAll(() => service.stop());

/** Asks until it is refused, for as long as the counts of two periods, which the first requests may fall into, would allow. */
async function untilRefused(limit: number, ask: () => Promise<Response>): Promise<Response> {
  for (let asked = 0; asked <= 2 * limit; asked++) {
    const answer = await ask();
    if (answer.status === 429) {
      expect(asked).toBeGreaterThanOrEqual(limit);
      return answer;
    }
  }
  throw new Error(`${2 * limit + 1} requests were answered`);
}

const isUnasked = (answer: Response) =>
  service.runtime.hrana.pipelines.ofRequest(answer.headers.get('x-request-id')!) === 0;

const withKey = (key: string, from: string) => () =>
  service.stranger.get(ROUNDS, { authorization: `Bearer ${key}`, 'x-real-ip': from });

test('a key that asks too often is refused before a database is asked, and another key is not', async () => {
  const command = { name: 'Hệ thống khác', scopes: ['round.read'] };
  const other = await designer.api<{ key: string }>('POST', '/provinces/12/keys', command);
  const ask = withKey(survey.key, '192.0.2.1');
  const first = await ask();
  expect(first.status).toBe(200);
  expect(first.headers.get('ratelimit-policy')).toBe('"key";q=600;w=60, "address";q=6000;w=60');
  // The platform's counter does not tell what is left, so nothing is said of it.
  expect(first.headers.get('ratelimit')).toBe(null);

  const refused = await untilRefused(FEW.KEY_REQUESTS - 1, ask);
  expect(refused.headers.get('content-type')).toBe('application/problem+json');
  expect(((await refused.json()) as { code: string }).code).toBe('too_many_requests');
  expect(refused.headers.get('retry-after')).toBe('60');
  expect(refused.headers.get('ratelimit-policy')).toBe('"key";q=600;w=60');
  expect(refused.headers.get('ratelimit')).toBe('"key";r=0;t=60');
  expect(isUnasked(refused)).toBe(true);
  expect((await withKey(other.key, '192.0.2.1')()).status).toBe(200);
});

test('who has neither key nor session may ask the API less often than who has', async () => {
  const refused = await untilRefused(FEW.ANONYMOUS_REQUESTS, () =>
    service.stranger.get(ROUNDS, { 'x-real-ip': '192.0.2.2' }),
  );
  expect(refused.headers.get('ratelimit')).toBe('"anonymous";r=0;t=60');
  const person = await designer.get(ROUNDS, { 'x-real-ip': '192.0.2.2' });
  expect(person.status).toBe(200);
});

test('made-up keys are counted together by the address that they come from', async () => {
  let made = 0;
  const refused = await untilRefused(FEW.ADDRESS_REQUESTS, () => {
    made += 1;
    return withKey(`dbk_12_${String(made).padStart(32, '0')}`, '192.0.2.3')();
  });
  expect(refused.headers.get('ratelimit')).toBe('"address";r=0;t=60');
  expect(isUnasked(refused)).toBe(true);
});

test('an address that opens too many pages is told so on a page, and its neighbours are not', async () => {
  const open = (from: string) => service.stranger.get(survey.base, { 'x-real-ip': from });
  const refused = await untilRefused(FEW.ADDRESS_REQUESTS, () => open('2001:db8:0:1::1'));
  expect(await refused.text()).toContain('too_many_requests');
  expect(refused.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect((await open('2001:db8:0:1::2')).status).toBe(429);
  expect((await open('2001:db8:0:2::1')).status).toBe(200);
});

test('files, and what monitors ask, are not counted', async () => {
  for (let asked = 0; asked <= 2 * FEW.ADDRESS_REQUESTS; asked++) {
    for (const path of ['/favicon.svg', '/healthz']) {
      const answer = await service.stranger.get(path, { 'x-real-ip': '192.0.2.4' });
      expect([path, answer.status, answer.headers.get('ratelimit-policy')]).toEqual([path, 200, null]);
    }
  }
});

test('where the address is not known nobody is counted by it, or one caller could use it up for all', async () => {
  for (let asked = 0; asked <= 2 * FEW.ADDRESS_REQUESTS; asked++) {
    expect((await service.stranger.get(survey.base)).status).toBe(200);
  }
});
