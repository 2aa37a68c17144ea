import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Site } from '../../local/demo/site.ts';
import { Visitor } from '../support/cookies.ts';
import { databaseOf } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { CLIENT, type OpenIdProvider, type ProviderPerson, startOpenIdProvider } from '../support/open-id-provider.ts';
import { PASSWORD, type Service, startService } from '../support/service.ts';
import { codeOf, forgetUsedCodes } from '../support/totp.ts';

const PUBLIC_URL = 'https://diaban.example.vn';

let service: Service;
/** The same under an address with TLS. */
let secure: Service;
let provider: OpenIdProvider;

beforeAll(async () => {
  const port = await freePort();
  const redirectUris = [`http://127.0.0.1:${port}`, PUBLIC_URL].map((origin) => `${origin}/sign-in/oidc/callback`);
  provider = await startOpenIdProvider({ redirectUris });
  const settings = {
    allowOutbound: ({ origin }: URL) => origin === provider.issuer,
    bindings: {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_NAME: 'Cổng của tỉnh',
      REQUIRE_SECOND_FACTOR: 'approver',
    },
  };
  service = await startService({ port, ...settings });
  secure = await startService({ publicUrl: PUBLIC_URL, ...settings });
});
afterAll(async () => {
  await service?.stop();
  await secure?.stop();
  await provider?.stop();
});

const rows = async (sql: string, args: string[] = []) =>
  (await databaseOf(service, 'control').execute({ sql, args })).rows;

const START = '/sign-in/oidc?next=%2Fconsole%2F12';

/** Goes to the provider and through it, with a browser of its own there; gives the address that it sends back to. */
async function throughProvider(visitor: Visitor, person: ProviderPerson, from = START): Promise<URL> {
  provider.person = person;
  const start = await visitor.get(from);
  const there = new Visitor(provider.issuer);
  let location = new URL(start.headers.get('location')!);
  for (let steps = 0; location.origin === provider.issuer && steps < 8; steps += 1) {
    const answer = await there.get(location.pathname + location.search);
    location = new URL(answer.headers.get('location')!, location);
  }
  expect([service.url, PUBLIC_URL]).toContain(location.origin);
  return location;
}

const comeBack = (visitor: Visitor, location: URL) => visitor.get(location.pathname + location.search);

const signIn = async (visitor: Visitor, person: ProviderPerson, from = START) =>
  comeBack(visitor, await throughProvider(visitor, person, from));

async function accountOf(name: string): Promise<ProviderPerson> {
  await service.as('reader', '12', name);
  return { sub: `subject-of-${name}`, email: `${name}.12@example.vn`, email_verified: true };
}

const refused = async (answer: Response) => [answer.status, /role="alert"[^>]*>([^<]+)/.exec(await answer.text())?.[1]];
const UNKNOWN = [403, expect.stringContaining('Chưa có tài khoản')];
const FAILED = [502, expect.stringContaining('Chưa đăng nhập được qua')];

describe('who has an account', () => {
  test('is offered the provider by its name, and sent there with PKCE, state and nonce', async () => {
    const visitor = new Visitor(service.url);
    expect(await visitor.text('/sign-in')).toContain('Đăng nhập bằng Cổng của tỉnh');
    const { searchParams } = new URL((await visitor.get('/sign-in/oidc')).headers.get('location')!);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: CLIENT.id,
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/.{20}/),
      nonce: expect.stringMatching(/.{20}/),
      redirect_uri: `${service.url}/sign-in/oidc/callback`,
    });
  });

  test('is known by a verified address once, and by their subject after that', async () => {
    const person = await accountOf('an');
    const first = new Visitor(service.url);
    const answer = await signIn(first, person);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/console/12']);
    expect((await first.get('/console/12')).status).toBe(200);
    const later = new Visitor(service.url);
    await signIn(later, { ...person, email: 'ten-moi@example.vn', email_verified: false });
    expect(await later.text('/tai-khoan')).toContain('an.12@example.vn');
    const links = await rows('SELECT access_token, refresh_token, id_token FROM account WHERE account_id = ?', [
      person.sub,
    ]);
    expect(links.map((row) => ({ ...row }))).toEqual([{ access_token: null, refresh_token: null, id_token: null }]);
    const acts = await rows("SELECT act FROM events WHERE act = 'account.provider.link'");
    expect(acts).toHaveLength(1);
  });

  test('is still asked for the local second factor, unless the provider says that it asked for one', async () => {
    const person = await accountOf('binh');
    const own = new Visitor(service.url);
    await own.signIn(person.email, PASSWORD);
    const setup = await (await own.post('/tai-khoan/xac-thuc', { password: PASSWORD })).text();
    const uri = /name="uri" value="([^"]+)"/.exec(setup)![1]!.replaceAll('&amp;', '&');
    await own.post('/tai-khoan/xac-thuc/ma-dau-tien', { uri, code: codeOf(uri) });
    await forgetUsedCodes(service);
    const weak = new Visitor(service.url);
    const asked = await signIn(weak, person);
    expect(asked.headers.get('location')).toBe('/sign-in/code?next=%2Fconsole%2F12');
    expect((await weak.get('/console/12')).headers.get('location')).toMatch(/^\/sign-in\?/);
    await weak.post('/sign-in/code', { code: codeOf(uri) });
    expect((await weak.get('/console/12')).status).toBe(200);
    const strong = await signIn(new Visitor(service.url), { ...person, amr: ['pwd', 'mfa'] });
    expect(strong.headers.get('location')).toBe('/console/12');
  });
});

describe('who proves again who they are', () => {
  const KEY = { name: 'Hệ thống của tỉnh', scopes: ['readiness.read'] };
  const AGAIN = '/sign-in/oidc?next=%2Fconsole%2F12&again=1';
  const BACK = '/sign-in/again?by=provider&next=%2Fconsole%2F12';

  async function designer(name: string): Promise<ProviderPerson> {
    await service.as('designer', '12', name);
    return { sub: `subject-of-${name}`, email: `${name}.12@example.vn`, email_verified: true };
  }
  async function newKey({ cookie }: Visitor): Promise<number | string> {
    const site = new Site(service.url);
    site.cookie = cookie;
    const answer = await site.call('POST', '/provinces/12/keys', KEY);
    return answer.ok ? answer.status : ((await answer.json()) as { code: string }).code;
  }

  test('is asked anew by the provider, which says when it did', async () => {
    const person = await designer('kim');
    const visitor = new Visitor(service.url);
    await signIn(visitor, person);
    expect(await newKey(visitor)).toBe('reauthentication_required');
    expect(await visitor.text('/sign-in/again?next=%2Fconsole%2F12')).toContain(
      `href="${AGAIN.replace('&', '&amp;')}"`,
    );
    const { searchParams } = new URL((await visitor.get(AGAIN)).headers.get('location')!);
    expect(Object.fromEntries(searchParams)).toMatchObject({ prompt: 'login', max_age: '0' });
    expect((await signIn(visitor, person, AGAIN)).headers.get('location')).toBe(BACK);
    expect((await visitor.get(BACK)).headers.get('location')).toBe('/console/12');
    expect(await newKey(visitor)).toBe(201);
  });

  test.each([
    ['asked an hour ago', { auth_time: Math.floor(Date.now() / 1000) - 3600 }],
    ['does not say when it asked', { auth_time: undefined }],
  ])('has not done so when the provider %s, and is told of other ways', async (_, instead) => {
    const person = await designer('linh');
    const visitor = new Visitor(service.url);
    provider.instead = instead;
    try {
      await signIn(visitor, person, AGAIN);
    } finally {
      provider.instead = {};
    }
    expect(await visitor.text(BACK)).toContain('không cho biết vừa hỏi lại');
    expect(await newKey(visitor)).toBe('reauthentication_required');
    await visitor.signIn(person.email, PASSWORD);
    expect(await newKey(visitor)).toBe(201);
  });
});

test('over TLS every cookie of it is of this host alone, and it works', async () => {
  const person = { sub: 'subject-of-tls', email: 'tls.12@example.vn', email_verified: true };
  await secure.as('reader', '12', 'tls');
  const visitor = new Visitor(secure.url);
  const start = await new Visitor(secure.url).get(START);
  const answer = await signIn(visitor, person);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/console/12']);
  expect((await visitor.get('/console/12')).status).toBe(200);
  const cookies = [...start.headers.getSetCookie(), ...answer.headers.getSetCookie()];
  expect(cookies.length).toBeGreaterThan(2);
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^__Host-dia-ban\.(?=.*; Path=\/(;|$))(?=.*; Secure)(?=.*; HttpOnly)(?=.*; SameSite=Lax)/i);
  }
});

test('where a role wants more than a password, coming by the provider is that', async () => {
  await service.as('approver', '12', 'phe-duyet');
  const email = 'phe-duyet.12@example.vn';
  const byPassword = new Visitor(service.url);
  await byPassword.signIn(email, PASSWORD);
  expect((await byPassword.get('/console/12')).headers.get('location')).toBe('/tai-khoan');
  const visitor = new Visitor(service.url);
  await signIn(visitor, { sub: 'subject-of-phe-duyet', email, email_verified: true });
  expect((await visitor.get('/console/12')).status).toBe(200);
});

describe('who is refused', () => {
  test('has no account here, and gets none', async () => {
    const stranger = { sub: 'la', email: 'la@example.vn', email_verified: true };
    const visitor = new Visitor(service.url);
    expect(await refused(await signIn(visitor, stranger))).toEqual(UNKNOWN);
    expect((await visitor.get('/console')).headers.get('location')).toMatch(/^\/sign-in\?/);
    expect(await rows('SELECT id FROM user WHERE email = ?', [stranger.email])).toEqual([]);
  });

  test('has the address of an account that the provider has not verified', async () => {
    const person = { ...(await accountOf('chi')), email_verified: false };
    expect(await refused(await signIn(new Visitor(service.url), person))).toEqual(UNKNOWN);
    expect(await rows('SELECT id FROM account WHERE account_id = ?', [person.sub])).toEqual([]);
  });

  test('comes back with another state than they left with, or in another browser', async () => {
    const person = await accountOf('dung');
    const visitor = new Visitor(service.url);
    const changed = await throughProvider(visitor, person);
    changed.searchParams.set('state', 'x'.repeat(32));
    expect(await refused(await comeBack(visitor, changed))).toEqual(FAILED);
    const location = await throughProvider(visitor, person);
    expect(await refused(await comeBack(new Visitor(service.url), location))).toEqual(FAILED);
  });

  test('comes back a second time with the same code', async () => {
    const person = await accountOf('giang');
    const visitor = new Visitor(service.url);
    const location = await throughProvider(visitor, person);
    expect((await comeBack(visitor, location)).status).toBe(303);
    expect(await refused(await comeBack(visitor, location))).toEqual(FAILED);
  });

  test.each([
    ['audience', { aud: 'somebody-else' }],
    ['issuer', { iss: 'https://evil.example' }],
    ['nonce', { nonce: 'another' }],
    ['time', { exp: 1_700_000_000 }],
  ])('brings an ID token with another %s', async (_, instead) => {
    const person = await accountOf('hoa');
    provider.instead = instead;
    try {
      expect(await refused(await signIn(new Visitor(service.url), person))).toEqual(FAILED);
    } finally {
      provider.instead = {};
    }
    expect(await rows('SELECT id FROM account WHERE account_id = ?', [person.sub])).toEqual([]);
  });

  test('says that the provider refused', async () => {
    const visitor = new Visitor(service.url);
    const start = await visitor.get('/sign-in/oidc');
    const state = new URL(start.headers.get('location')!).searchParams.get('state')!;
    const answer = await visitor.get(
      `/sign-in/oidc/callback?${new URLSearchParams({ error: 'access_denied', state })}`,
    );
    expect(await refused(answer)).toEqual(FAILED);
  });
});
