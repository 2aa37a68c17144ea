import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerJson, SoftwareAuthenticator } from '../../worker/auth/passkey/fixture.ts';
import { Visitor } from '../support/cookies.ts';
import { databaseOf } from '../support/database.ts';
import { PASSWORD, type Service, startService } from '../support/service.ts';
import { codeOf } from '../support/totp.ts';

const ORIGIN = 'https://diaban.example.vn';
const site = { rpId: 'diaban.example.vn', origin: ORIGIN };
const PASSKEYS = '/tai-khoan/khoa-dang-nhap';

let service: Service;

beforeAll(async () => {
  service = await startService({
    publicUrl: ORIGIN,
    clientAddressHeader: 'x-forwarded-for',
    bindings: { REQUIRE_SECOND_FACTOR: 'operator,approver' },
  });
});
afterAll(() => service?.stop());

const control = async (sql: string, args: (string | number)[] = []) =>
  (await databaseOf(service, 'control').execute({ sql, args })).rows.map((row) => ({ ...row }));

async function person(name: string): Promise<{ email: string; visitor: Visitor; id: string }> {
  await service.as('reader', '12', name);
  const email = `${name}.12@example.vn`;
  const visitor = new Visitor(service.url);
  expect((await visitor.signIn(email, PASSWORD)).status).toBe(303);
  const [row] = await control('SELECT id FROM user WHERE email = ?', [email]);
  return { email, visitor, id: String(row!.id) };
}

interface Options {
  challenge: string;
  excludeCredentials: { id: string }[];
}
const optionsAt = async (visitor: Visitor, path: string): Promise<Options> =>
  (await (await visitor.post(`${path}/options`)).json()) as Options;

async function addPasskey(visitor: Visitor, authenticator = new SoftwareAuthenticator(site), name = 'Máy của tôi') {
  const { challenge } = await optionsAt(visitor, PASSKEYS);
  const answer = await visitor.post(PASSKEYS, { name, credential: answerJson(authenticator.register({ challenge })) });
  expect(answer.headers.get('location')).toBe('/tai-khoan?notice=passkey_added');
  return authenticator;
}

/** Somebody with a passkey, by which nobody has signed in yet. */
async function personWithPasskey(name: string) {
  const made = await person(name);
  return { ...made, authenticator: await addPasskey(made.visitor) };
}

async function use(
  visitor: Visitor,
  authenticator: SoftwareAuthenticator,
  userId: string,
  instead: Parameters<SoftwareAuthenticator['use']>[1] = {},
): Promise<{ answer: Response; credential: string }> {
  const { challenge } = await optionsAt(visitor, '/sign-in/passkey');
  const credential = answerJson(authenticator.use(userId, { challenge, ...instead }));
  const answer = await visitor.post('/sign-in/passkey', { credential, next: '/console/12' });
  return { answer, credential };
}

const REFUSED = [401, expect.stringContaining('Chưa đăng nhập được bằng khóa đăng nhập')];
const told = async (answer: Response) => [answer.status, await answer.text()];
const acts = async (id: string) =>
  (await control('SELECT act FROM events WHERE subject = ? ORDER BY seq', [`user:${id}`])).map(({ act }) => act);

describe('a passkey', () => {
  test('is made on the account page after a fresh proof, with a name, and is on record', async () => {
    const { visitor, id } = await person('an');
    const authenticator = await addPasskey(visitor, undefined, 'Điện thoại <của> tôi');
    expect(await visitor.text('/tai-khoan')).toContain('Điện thoại &lt;của> tôi');
    expect((await acts(id)).at(-1)).toBe('account.passkey.add');
    const has = await optionsAt(visitor, PASSKEYS);
    expect(has.excludeCredentials.map((one) => one.id)).toEqual([Buffer.from(authenticator.id).toString('base64url')]);
  });

  test('signs in where nothing was typed, past the second step, in a session that is proved and named so', async () => {
    const { authenticator, id } = await personWithPasskey('binh');
    const visitor = new Visitor(service.url);
    const { answer } = await use(visitor, authenticator, id, { counter: 4 });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/console/12']);
    expect((await visitor.get('/console/12')).status).toBe(200);
    expect((await visitor.post(`${PASSKEYS}/options`)).status).toBe(200);
    expect(await control('SELECT counter FROM passkey WHERE user_id = ?', [id])).toEqual([{ counter: 4 }]);
    const sql = "SELECT detail FROM events WHERE subject = ? AND act = 'session.sign_in' ORDER BY seq DESC LIMIT 1";
    expect(await control(sql, [`user:${id}`])).toEqual([{ detail: '{"way":"passkey/sign-in"}' }]);
  });

  test('in the second step takes the place of the code', async () => {
    const { authenticator, email, id } = await personWithPasskey('chi');
    await control('UPDATE user SET two_factor_enabled = 1 WHERE id = ?', [id]);
    const visitor = new Visitor(service.url);
    expect((await visitor.signIn(email, PASSWORD)).headers.get('location')).toMatch(/^\/sign-in\/code/);
    expect(await visitor.text('/sign-in/code')).toContain('data-passkey="use"');
    expect((await use(visitor, authenticator, id)).answer.headers.get('location')).toBe('/console/12');
    expect(visitor.cookie).not.toContain('two_factor');
  });

  test('proves again who is there, and is asked for on that page', async () => {
    const { visitor, authenticator, id } = await personWithPasskey('dung');
    await control('UPDATE session SET authenticated_at = 0 WHERE user_id = ?', [id]);
    expect((await visitor.post(`${PASSKEYS}/options`)).status).toBe(403);
    const refused = await visitor.post(PASSKEYS, { name: 'Máy', credential: '{}' });
    expect(refused.headers.get('location')).toBe('/sign-in/again?next=%2Ftai-khoan');
    expect(await visitor.text('/sign-in/again?next=%2Ftai-khoan')).toContain('data-passkey="use"');
    await use(visitor, authenticator, id);
    expect((await visitor.post(`${PASSKEYS}/options`)).status).toBe(200);
    const sessions = await control('SELECT authenticated_at FROM session WHERE user_id = ?', [id]);
    // The one from before went with the new one; the other is of the helper that made the account.
    expect(sessions.filter((session) => session.authenticated_at !== 0)).toHaveLength(1);
  });

  test('that was removed is worth nothing, and nobody removes somebody else’s', async () => {
    const { visitor, authenticator, id } = await personWithPasskey('giang');
    const [row] = await control('SELECT id FROM passkey WHERE user_id = ?', [id]);
    const other = await person('hoa');
    await other.visitor.post(`${PASSKEYS}/${row!.id}/xoa`);
    expect((await use(new Visitor(service.url), authenticator, id)).answer.status).toBe(303);
    const removed = await visitor.post(`${PASSKEYS}/${row!.id}/xoa`);
    expect(removed.headers.get('location')).toBe('/tai-khoan?notice=passkey_removed');
    expect(await told((await use(new Visitor(service.url), authenticator, id)).answer)).toEqual(REFUSED);
    expect(await acts(id)).toContain('account.passkey.remove');
    expect(await acts(other.id)).not.toContain('account.passkey.remove');
  });
});

describe('nobody is let in', () => {
  test('by an answer that was given before, in this browser or another', async () => {
    const { authenticator, id } = await personWithPasskey('khanh');
    const visitor = new Visitor(service.url);
    await optionsAt(visitor, '/sign-in/passkey');
    const before = visitor.cookie;
    const { challenge } = await optionsAt(visitor, '/sign-in/passkey');
    const kept = visitor.cookie;
    const credential = answerJson(authenticator.use(id, { challenge }));
    const send = (cookie: string) =>
      service.stranger.post('/sign-in/passkey', { credential, next: '/console/12' }, { cookie });
    expect(await told(await send(''))).toEqual(REFUSED);
    expect(await told(await send(before))).toEqual(REFUSED);
    expect((await send(kept)).status).toBe(303);
    expect(await told(await send(kept))).toEqual(REFUSED);
  });

  test('by twenty copies of one answer that come together, but for one', async () => {
    const { authenticator, id } = await personWithPasskey('lan');
    const visitor = new Visitor(service.url);
    const { challenge } = await optionsAt(visitor, '/sign-in/passkey');
    const fields = { credential: answerJson(authenticator.use(id, { challenge })) };
    const { cookie } = visitor;
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, place) =>
        service.stranger.post('/sign-in/passkey', fields, { cookie, 'x-forwarded-for': `192.0.2.${place}` }),
      ),
    );
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  });

  test('by a challenge that was given to make a passkey, or by one that was given to use one', async () => {
    const { visitor, authenticator, id } = await personWithPasskey('mai');
    const { challenge } = await optionsAt(visitor, PASSKEYS);
    const credential = answerJson(authenticator.use(id, { challenge }));
    expect(await told(await visitor.post('/sign-in/passkey', { credential }))).toEqual(REFUSED);
    const toUse = await optionsAt(visitor, '/sign-in/passkey');
    const made = answerJson(new SoftwareAuthenticator(site).register({ challenge: toUse.challenge }));
    expect((await visitor.post(PASSKEYS, { name: '', credential: made })).status).toBe(422);
  });

  test.each([
    ['made on another site', { origin: 'https://diaban-example.vn' }],
    ['of another host', { rpId: 'example.vn' }],
    ['given without asking who is there', { flags: 1 }],
  ])('by an answer %s', async (_, instead) => {
    const { authenticator, id } = await personWithPasskey('nam');
    expect(await told((await use(new Visitor(service.url), authenticator, id, instead)).answer)).toEqual(REFUSED);
  });

  test('by a copy of a passkey, whose count stays behind', async () => {
    const { authenticator, id } = await personWithPasskey('oanh');
    expect((await use(new Visitor(service.url), authenticator, id, { counter: 9 })).answer.status).toBe(303);
    expect(await told((await use(new Visitor(service.url), authenticator, id, { counter: 9 })).answer)).toEqual(
      REFUSED,
    );
  });

  test('by a passkey that nobody has, or by what is none', async () => {
    const visitor = new Visitor(service.url);
    const stranger = new SoftwareAuthenticator(site);
    expect(await told((await use(visitor, stranger, 'nobody')).answer)).toEqual(REFUSED);
    for (const credential of ['', '{}', '{"id":"*"}', 'x'.repeat(9_000)]) {
      await optionsAt(visitor, '/sign-in/passkey');
      expect(await told(await visitor.post('/sign-in/passkey', { credential }))).toEqual(REFUSED);
    }
  });

  test('after five wrong answers for one passkey from one place, and the password is not locked by them', async () => {
    const { authenticator, email, id } = await personWithPasskey('phuc');
    const from = { 'x-forwarded-for': '203.0.113.77' };
    const visitor = new Visitor(service.url);
    const send = async (userId: string) => {
      const { challenge } = await optionsAt(visitor, '/sign-in/passkey');
      return visitor.post(
        '/sign-in/passkey',
        { credential: answerJson(authenticator.use(userId, { challenge })) },
        from,
      );
    };
    for (let tries = 0; tries < 5; tries += 1) expect((await send('somebody else')).status).toBe(401);
    expect((await send(id)).status).toBe(429);
    expect((await acts(id)).filter((act) => act === 'session.sign_in_failed')).toHaveLength(5);
    expect((await visitor.post('/sign-in', { email, password: PASSWORD }, from)).status).toBe(303);
  });
});

describe('where a role wants more than a password', () => {
  async function approver(name: string) {
    await service.as('approver', '12', name);
    const email = `${name}.12@example.vn`;
    const visitor = new Visitor(service.url);
    await visitor.signIn(email, PASSWORD);
    const [row] = await control('SELECT id FROM user WHERE email = ?', [email]);
    return { visitor, email, id: String(row!.id) };
  }
  const api = async (cookie: string) => {
    const answer = await service.stranger.get('/v1/provinces/12/rounds', { cookie });
    return [answer.status, ((await answer.json()) as { code?: string }).code];
  };
  /** As five minutes later, when the session is read anew. */
  const later = ({ cookie }: Visitor) => cookie.replace(/[^;]*session_data=[^;]*;?/g, '');
  const WANTED = [403, 'second_factor_required'];

  test('who has shown no more reaches their account and nothing else, and is told what to do', async () => {
    const { visitor } = await approver('thu');
    for (const path of ['/console', '/console/12']) {
      expect((await visitor.get(path)).headers.get('location')).toBe('/tai-khoan');
    }
    expect(await api(visitor.cookie)).toEqual(WANTED);
    expect(await visitor.text('/tai-khoan')).toContain('cần thêm một bước xác thực. Hãy bật');
    expect((await (await person('tuan')).visitor.get('/console/12')).status).toBe(200);
  });

  test('an app opens the rest at once, and closes it when it is switched off', async () => {
    const { visitor } = await approver('uyen');
    const setup = await (await visitor.post('/tai-khoan/xac-thuc', { password: PASSWORD })).text();
    const uri = /name="uri" value="([^"]+)"/.exec(setup)![1]!.replaceAll('&amp;', '&');
    expect((await visitor.post('/tai-khoan/xac-thuc/ma-dau-tien', { uri, code: codeOf(uri) })).status).toBe(200);
    expect((await visitor.get('/console/12')).status).toBe(200);
    await visitor.post('/tai-khoan/xac-thuc/tat', { password: PASSWORD });
    expect(await api(visitor.cookie)).toEqual(WANTED);
  });

  test('a passkey is a second factor in the list of people', async () => {
    const { id } = await personWithPasskey('listed');
    const auditor = await service.as('auditor');
    const { items } = await auditor.api<{ items: { id: string; hasSecondFactor: boolean }[] }>(
      'GET',
      '/provinces/12/staff',
    );
    expect(items.find((listed) => listed.id === id)?.hasSecondFactor).toBe(true);
    expect(items.some(({ hasSecondFactor }) => !hasSecondFactor)).toBe(true);
  });

  test('a passkey opens the session that made it and those that it signs in, and not one by the password alone', async () => {
    const { visitor, email, id } = await approver('van');
    const authenticator = await addPasskey(visitor);
    expect((await visitor.get('/console/12')).status).toBe(200);
    const byPassword = new Visitor(service.url);
    await byPassword.signIn(email, PASSWORD);
    expect(await api(byPassword.cookie)).toEqual(WANTED);
    expect(await byPassword.text('/tai-khoan')).toContain('Hãy đăng nhập lại bằng khóa đăng nhập');
    const byPasskey = new Visitor(service.url);
    await use(byPasskey, authenticator, id);
    expect(await api(byPasskey.cookie)).toEqual([200, undefined]);
    const [row] = await control('SELECT id FROM passkey WHERE user_id = ?', [id]);
    await byPasskey.post(`${PASSKEYS}/${row!.id}/xoa`);
    expect(await api(later(byPasskey))).toEqual(WANTED);
    expect(await api(later(visitor))).toEqual(WANTED);
  });
});

test('a credential belongs to one account: a second one is not given it', async () => {
  const { authenticator } = await personWithPasskey('quang');
  const { visitor } = await person('rong');
  const { challenge } = await optionsAt(visitor, PASSKEYS);
  const credential = answerJson(authenticator.register({ challenge }));
  const answer = await visitor.post(PASSKEYS, { name: '', credential });
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('Chưa thêm được khóa đăng nhập')]);
});

test('cookies of challenges and sessions are of this host alone, over TLS, and no script sees them', async () => {
  const { visitor } = await person('son');
  const asked = await service.stranger.post('/sign-in/passkey/options', {});
  const cookies = [
    ...asked.headers.getSetCookie(),
    ...(await visitor.signIn('son.12@example.vn', PASSWORD)).headers.getSetCookie(),
  ];
  expect(cookies.length).toBeGreaterThan(2);
  for (const cookie of cookies)
    expect(cookie).toMatch(/^__Host-dia-ban\.(?=.*; Path=\/(;|$))(?=.*; Secure)(?=.*; HttpOnly)/);
});
