import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Site } from '../../local/demo/site.ts';
import { Visitor } from '../support/cookies.ts';
import { PASSWORD, type Service, startService } from '../support/service.ts';
import { prepareSurvey, readinessPath, type Survey } from '../support/survey.ts';
import { codeOf, forgetUsedCodes } from '../support/totp.ts';

const PUBLIC_URL = 'https://diaban.example.vn';

/** As on a desk: without TLS. */
let plain: Service;
/** As behind a proxy that ends TLS: reached under another address than its own. */
let secure: Service;
let designer: Site;
let survey: Survey;
let feed: string;

beforeAll(async () => {
  [plain, secure] = await Promise.all([
    startService(),
    startService({ publicUrl: PUBLIC_URL, bindings: { SECURITY_CONTACT: 'an-ninh@diaban.example.vn' } }),
  ]);
  designer = await plain.as('designer');
  survey = await prepareSurvey(designer);
  const { url } = await designer.api<{ url: string }>('POST', '/provinces/12/calendar-feeds', { name: 'Lịch phòng' });
  feed = new URL(url).pathname;
});
afterAll(() => Promise.all([plain?.stop(), secure?.stop()]));

const rounds = '/v1/provinces/12/rounds';
const withKey = () => ({ authorization: `Bearer ${survey.key}` });

describe('every answer of the worker keeps to itself', () => {
  test.each<[string, number, () => Promise<Response>]>([
    ['the way to the console', 303, () => plain.stranger.get('/')],
    ['the sign-in page', 200, () => plain.stranger.get('/sign-in')],
    ['a refused sign-in', 401, () => plain.stranger.post('/sign-in', { email: 'ai@example.vn', password: 'sai' })],
    ['the second step of signing in', 200, () => plain.stranger.get('/sign-in/code')],
    ['the account page', 200, () => designer.get('/tai-khoan')],
    ['a page of the console', 200, () => designer.get(`/console/12/rounds/${survey.roundId}`)],
    ['the page of links', 200, () => designer.get(`/console/12/rounds/${survey.roundId}/duong-dan`)],
    ['a page that is not for this person', 403, () => designer.get('/console/33')],
    ['a fill page', 200, () => plain.stranger.get(survey.base)],
    ['a section', 200, () => plain.stranger.get(`${survey.base}/${survey.villages[0]!.id}/residents`)],
    ['a first visit', 303, () => plain.stranger.get(new URL(survey.url).pathname)],
    ['an address without its link', 401, () => plain.stranger.get('/p/0123456789ab')],
    ['an unknown link', 404, () => plain.stranger.get(`/s/12-${'0'.repeat(26)}-mo`)],
    ["what the fill page's script reads", 200, () => plain.stranger.get(`${survey.base}/api/file`)],
    ['a calendar', 200, () => plain.stranger.get(feed)],
    ['a list with a key', 200, () => plain.stranger.get(readinessPath(survey.roundId), withKey())],
    ['a list as CSV', 200, () => plain.stranger.get(`${readinessPath(survey.roundId)}?format=csv`, withKey())],
    ['a list that has not changed', 304, unchanged],
    ['new links', 201, () => designer.call('POST', `/provinces/12/rounds/${survey.roundId}/links`, {})],
    ['a workbook', 200, workbook],
    ['a refusal of the API', 401, () => plain.stranger.get(rounds)],
    ['a refused body', 422, () => designer.call('POST', '/provinces/12/rounds', {})],
    [
      'a foreign request',
      403,
      () => designer.call('POST', '/provinces/12/rounds', {}, { origin: 'https://evil.example' }),
    ],
    ['an address where nothing is', 404, () => plain.stranger.get('/wp-login.php')],
    ['the health of the worker', 200, () => plain.stranger.get('/healthz')],
    ['the health of the databases', 200, () => plain.stranger.get('/readyz')],
  ])('%s (%i)', async (_, status, ask) => {
    const { headers, ...answer } = await ask().then((each) => ({ status: each.status, headers: each.headers }));
    expect(answer.status).toBe(status);
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get('cache-control')).toMatch(/^(private, no-cache|no-store)$/);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-robots-tag': 'noindex, nofollow',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(headers.get('strict-transport-security')).toBe(null);
    expect(headers.get('access-control-allow-origin')).toBe(null);
    expect(headers.get('x-powered-by')).toBe(null);
  });

  async function unchanged(): Promise<Response> {
    const first = await plain.stranger.get(readinessPath(survey.roundId), withKey());
    return plain.stranger.get(readinessPath(survey.roundId), {
      ...withKey(),
      'if-none-match': first.headers.get('etag')!,
    });
  }

  async function workbook(): Promise<Response> {
    const { items } = await designer.api<{ items: { id: string }[] }>('GET', '/provinces/12/forms');
    return designer.get(`/v1/provinces/12/forms/versions/${items[0]!.id}/xlsform`);
  }
});

test('files are sniffed by nobody, shown in no frame, and indexed nowhere', async () => {
  for (const path of ['/favicon.svg', '/fonts/be-vietnam-pro-latin-400.woff2', '/robots.txt']) {
    const answer = await plain.stranger.get(path);
    expect([path, answer.status]).toEqual([path, 200]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-robots-tag': 'noindex, nofollow',
    });
  }
  expect(await (await plain.stranger.get('/robots.txt')).text()).toBe('User-agent: *\nDisallow: /\n');
});

test('whom to tell about a hole stands where it is looked for, and nowhere while nobody is named', async () => {
  const answer = await secure.stranger.get('/.well-known/security.txt');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
  const text = await answer.text();
  expect(text).toContain('Contact: mailto:an-ninh@diaban.example.vn\n');
  expect(text).toContain(`Canonical: ${PUBLIC_URL}/.well-known/security.txt\n`);
  const days = (Date.parse(/^Expires: (.*)$/m.exec(text)![1]!) - Date.now()) / (24 * 60 * 60 * 1000);
  expect(days).toBeGreaterThan(30);
  expect(days).toBeLessThan(366);
  expect((await plain.stranger.get('/.well-known/security.txt')).status).toBe(404);
});

describe('over TLS', () => {
  function ofThisHostOnly(cookies: string[]): void {
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-dia-ban\./);
      expect(cookie).toMatch(/; Secure/i);
      expect(cookie).toMatch(/; HttpOnly/i);
      expect(cookie).toMatch(/; SameSite=Lax/i);
      expect(cookie).toMatch(/; Path=\/(;|$)/i);
      expect(cookie).not.toMatch(/; Domain/i);
    }
  }

  test.each(['/sign-in', '/healthz', '/v1/provinces/12/rounds'])('%s tells browsers to stay with it', async (path) => {
    const answer = await secure.stranger.get(path);
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  test('the session is a cookie of this host only, and works', async () => {
    await secure.as('designer');
    const answer = await secure.stranger.post('/sign-in', {
      email: 'designer.12@example.vn',
      password: PASSWORD,
    });
    const cookies = answer.headers.getSetCookie();
    ofThisHostOnly(cookies);
    const signedIn = new Site(secure.url);
    signedIn.cookie = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
    expect((await signedIn.get('/console/12')).status).toBe(200);
    const out = await signedIn.post('/sign-out', {}, { origin: PUBLIC_URL });
    expect(out.headers.getSetCookie().some((cookie) => /^__Host-dia-ban.session_token=;/.test(cookie))).toBe(true);
    // The way back shows nothing; what communes have not sent yet stays in the browser.
    expect(out.headers.get('clear-site-data')).toBe('"cache"');
    const before = new Site(secure.url);
    before.cookie = signedIn.cookie.replaceAll('__Host-', '');
    expect((await before.get('/console/12')).status).toBe(303);
  });

  test('so are the cookies between the password and the code of a second factor', async () => {
    await secure.as('reader');
    const visitor = new Visitor(secure.url);
    const own = { origin: PUBLIC_URL };
    const login = { email: 'reader.12@example.vn', password: PASSWORD };
    await visitor.post('/sign-in', login, own);
    const setup = await (await visitor.post('/tai-khoan/xac-thuc', { password: PASSWORD }, own)).text();
    const uri = /name="uri" value="([^"]+)"/.exec(setup)![1]!.replaceAll('&amp;', '&');
    const done = await visitor.post('/tai-khoan/xac-thuc/ma-dau-tien', { uri, code: codeOf(uri) }, own);
    await forgetUsedCodes(secure);
    ofThisHostOnly(done.headers.getSetCookie());
    const halfWay = await visitor.post('/sign-in', login, own);
    expect(halfWay.headers.getSetCookie().some((cookie) => /^__Host-dia-ban\.two_factor=\w/.test(cookie))).toBe(true);
    ofThisHostOnly(halfWay.headers.getSetCookie());
    const through = await visitor.post('/sign-in/code', { code: codeOf(uri) }, own);
    expect(through.status).toBe(303);
    ofThisHostOnly(through.headers.getSetCookie());
  });
});

describe('requests of other sites', () => {
  const targets: [string, () => string][] = [
    ['POST', () => `/v1/provinces/12/rounds/${survey.roundId}/close`],
    ['PATCH', () => `/v1/provinces/12/rounds/${survey.roundId}`],
    ['PUT', () => `/v1/provinces/12/rounds/${survey.roundId}/form-version`],
    ['DELETE', () => `/v1/provinces/12/rounds/${survey.roundId}`],
    ['POST', () => `${survey.base}/${survey.villages[0]!.id}/residents`],
    ['PATCH', () => `${survey.base}/api/units/${survey.villages[0]!.id}`],
    ['POST', () => '/sign-in'],
    ['POST', () => '/sign-out'],
    ['POST', () => '/tai-khoan/xac-thuc/tat'],
  ];
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'https://other.example.vn' },
  ];
  const types = [
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
  ];

  const send = (service: Service, method: string, path: string, headers: Record<string, string>) =>
    fetch(service.url + path, {
      method,
      redirect: 'manual',
      headers: { cookie: designer.cookie, ...headers },
      body: '{}',
    });

  test.each(targets)('%s is refused for whatever it is sent as, and asks no database', async (method, path) => {
    for (const from of foreign) {
      for (const type of types) {
        const answer = await send(plain, method, path(), { ...from, 'content-type': type });
        expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('cross_origin')]);
        expect(plain.runtime.hrana.pipelines.ofRequest(answer.headers.get('x-request-id')!)).toBe(0);
      }
    }
  });

  test.each(targets)('%s that says nothing of its origin is refused as a form', async (method, path) => {
    for (const type of types.slice(1)) {
      expect((await send(plain, method, path(), { 'content-type': type })).status).toBe(403);
    }
  });

  test.each(targets)('%s of our own page is not refused for that, and neither is a program', async (method, path) => {
    const own = [
      [plain, { origin: plain.url }],
      [plain, { 'sec-fetch-site': 'same-origin', origin: 'null' }],
      [plain, {}],
      [secure, { origin: PUBLIC_URL }],
    ] as const;
    for (const [service, headers] of own) {
      const answer = await send(service, method, path(), {
        ...headers,
        'content-type': 'application/json',
        'if-match': '"999"',
      });
      expect(await answer.text()).not.toContain('cross_origin');
    }
  });

  test('reading is nobody’s to forbid: a link in a message opens', async () => {
    const answer = await plain.stranger.get(survey.base, { 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(200);
  });
});
