import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Visitor } from '../support/cookies.ts';
import { databaseOf } from '../support/database.ts';
import { PASSWORD, type Service, startService } from '../support/service.ts';
import { codeOf, forgetUsedCodes, wrongCodeOf } from '../support/totp.ts';

const CODES = /<li class="code">([^<]+)</g;

let service: Service;

beforeAll(async () => {
  service = await startService({ clientAddressHeader: 'x-forwarded-for' });
});
afterAll(() => service?.stop());

const unescaped = (html: string) => html.replaceAll('&amp;', '&').replaceAll('&quot;', '"');
const setupOf = (html: string) => unescaped(/name="uri" value="([^"]+)"/.exec(html)![1]!);
const codesIn = (html: string) => [...html.matchAll(CODES)].map(([, code]) => code!);

/** A person with an account, signed in. */
async function person(name: string): Promise<{ email: string; visitor: Visitor; id: string }> {
  await service.as('reader', '12', name);
  const email = `${name}.12@example.vn`;
  const visitor = new Visitor(service.url);
  expect((await visitor.signIn(email, PASSWORD)).status).toBe(303);
  const sql = 'SELECT id FROM user WHERE email = ?';
  const { rows } = await databaseOf(service, 'control').execute({ sql, args: [email] });
  return { email, visitor, id: String(rows[0]!.id) };
}

/** The same, with an authenticator app and its recovery codes. */
async function personWithFactor(name: string) {
  const { email, visitor, id } = await person(name);
  const setup = await visitor.post('/tai-khoan/xac-thuc', { password: PASSWORD });
  const uri = setupOf(await setup.text());
  const done = await visitor.post('/tai-khoan/xac-thuc/ma-dau-tien', { uri, code: codeOf(uri) });
  expect(done.status).toBe(200);
  await forgetUsedCodes(service);
  return { email, visitor, id, uri, codes: codesIn(await done.text()) };
}

const actsOf = async (id: string): Promise<string[]> => {
  const sql = "SELECT act FROM events WHERE subject = ? AND actor_id = ? AND act <> 'session.sign_in' ORDER BY id";
  const { rows } = await databaseOf(service, 'control').execute({ sql, args: [`user:${id}`, id] });
  return rows.map(({ act }) => String(act));
};

/** Past the password, where the code is asked for. */
async function halfWay(email: string): Promise<Visitor> {
  const visitor = new Visitor(service.url);
  const answer = await visitor.signIn(email, PASSWORD, '/console/12');
  expect(answer.headers.get('location')).toBe('/sign-in/code?next=%2Fconsole%2F12');
  return visitor;
}

const enterCode = (visitor: Visitor, code: string) => visitor.post('/sign-in/code', { code, next: '/console/12' });

describe('the second factor', () => {
  test('is switched on by the password and the app’s first code, and gives ten recovery codes', async () => {
    const { visitor, id } = await person('an');
    expect((await visitor.post('/tai-khoan/xac-thuc', { password: 'sai' })).status).toBe(422);
    const setup = await visitor.post('/tai-khoan/xac-thuc', { password: PASSWORD });
    const uri = setupOf(await setup.text());
    const wrong = await visitor.post('/tai-khoan/xac-thuc/ma-dau-tien', { uri, code: wrongCodeOf(uri) });
    expect(wrong.status).toBe(422);
    expect(setupOf(await wrong.text())).toBe(uri);
    expect(await visitor.text('/tai-khoan')).toContain('Chưa bật.');
    const done = await visitor.post('/tai-khoan/xac-thuc/ma-dau-tien', { uri, code: codeOf(uri) });
    expect(new Set(codesIn(await done.text())).size).toBe(10);
    expect(await visitor.text('/tai-khoan')).toContain('Đang bật. Còn 10 mã khôi phục');
    expect(await actsOf(id)).toEqual(['account.factor.begin', 'account.factor.enable']);
  });

  test('is asked for after the password: without it nobody is in', async () => {
    const { email, uri } = await personWithFactor('binh');
    const visitor = await halfWay(email);
    expect((await visitor.get('/console/12')).headers.get('location')).toMatch(/^\/sign-in\?/);
    expect((await visitor.get('/tai-khoan')).headers.get('location')).toMatch(/^\/sign-in\?/);
    const wrong = await enterCode(visitor, wrongCodeOf(uri));
    expect([wrong.status, await wrong.text()]).toEqual([401, expect.stringContaining('Mã xác thực không đúng')]);
    const right = await enterCode(visitor, codeOf(uri));
    expect([right.status, right.headers.get('location')]).toEqual([303, '/console/12']);
    expect((await visitor.get('/console/12')).status).toBe(200);
  });

  test('a code without a password before it is sent back to the first step', async () => {
    const { uri } = await personWithFactor('chi');
    const answer = await enterCode(new Visitor(service.url), codeOf(uri));
    expect(answer.headers.get('location')).toBe('/sign-in?next=%2Fconsole%2F12');
  });

  test('a recovery code signs in once, however it is typed, and is on record', async () => {
    const { email, codes, id } = await personWithFactor('dung');
    const printed = codes[3]!;
    const first = await halfWay(email);
    expect((await enterCode(first, ` ${printed.toUpperCase().replace('-', ' ')}`)).status).toBe(303);
    expect(await first.text('/tai-khoan')).toContain('Còn 9 mã khôi phục');
    expect((await enterCode(await halfWay(email), printed)).status).toBe(401);
    expect(await actsOf(id)).toEqual(['account.factor.begin', 'account.factor.enable', 'account.recovery_code.use']);
  });

  test('carries a form that waits for the proof, also past a wrong code', async () => {
    const { email, uri } = await personWithFactor('duc');
    const kept = JSON.stringify({ action: '/console/12/cai-dat', fields: [['keptMonths', '36']] });
    const carried = `name="kept" value="${kept.replaceAll('"', '&quot;')}"`;
    const visitor = new Visitor(service.url);
    const asked = await visitor.post('/sign-in', { email, password: PASSWORD, next: '/console/12', kept });
    expect([asked.status, await asked.text()]).toEqual([200, expect.stringContaining(carried)]);
    const wrong = await visitor.post('/sign-in/code', { code: wrongCodeOf(uri), next: '/console/12', kept });
    expect([wrong.status, await wrong.text()]).toEqual([401, expect.stringContaining(carried)]);
    const right = await visitor.post('/sign-in/code', { code: codeOf(uri), next: '/console/12', kept });
    const page = await right.text();
    expect([right.status, page]).toEqual([200, expect.stringContaining('action="/console/12/cai-dat"')]);
    expect(page).toContain('name="keptMonths" value="36"');
  });

  test('is shown by a code once: a second time it is as good as a wrong one, and counts as one', async () => {
    const { email, uri } = await personWithFactor('em');
    const code = codeOf(uri);
    expect((await enterCode(await halfWay(email), code)).status).toBe(303);
    const seen = await halfWay(email);
    for (let tries = 0; tries < 5; tries += 1) expect((await enterCode(seen, code)).status).toBe(401);
    await forgetUsedCodes(service);
    expect((await enterCode(seen, codeOf(uri))).status).toBe(429);
  });

  test('lets one in of two who send one code at the same moment', async () => {
    const { email, uri } = await personWithFactor('gam');
    const visitors = [await halfWay(email), await halfWay(email), await halfWay(email)];
    const code = codeOf(uri);
    await Promise.all(visitors.map((visitor) => enterCode(visitor, code)));
    const inside = await Promise.all(visitors.map((visitor) => visitor.get('/console/12')));
    expect(inside.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('that is on cannot be tried out in a session, which would give its recovery codes away', async () => {
    const { visitor, uri } = await personWithFactor('ha');
    for (const code of [codeOf(uri), wrongCodeOf(uri)]) {
      const answer = await visitor.post('/tai-khoan/xac-thuc/ma-dau-tien', { uri, code });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/tai-khoan']);
    }
  });

  test('five wrong codes lock the second step of the account, also for the right code and a new try', async () => {
    const { email, uri, codes } = await personWithFactor('giang');
    const visitor = await halfWay(email);
    for (let tries = 0; tries < 4; tries += 1) await enterCode(visitor, wrongCodeOf(uri));
    const again = await halfWay(email);
    await enterCode(again, 'aaaaa-aaaaa');
    for (const code of [codeOf(uri), codes[0]!]) {
      const answer = await enterCode(again, code);
      expect([answer.status, await answer.text()]).toEqual([429, expect.stringContaining('Hãy chờ 15 phút')]);
    }
    expect((await again.get('/console/12')).status).toBe(303);
    const sql = 'UPDATE two_factor SET locked_until = ? WHERE locked_until IS NOT NULL';
    await databaseOf(service, 'control').execute({ sql, args: [Date.now() - 1000] });
    expect((await enterCode(again, codeOf(uri))).status).toBe(303);
  });

  test('new recovery codes and turning it off want the password; the old codes are worth nothing then', async () => {
    const { email, visitor, codes, id } = await personWithFactor('hoa');
    for (const path of ['ma-khoi-phuc', 'tat']) {
      const refused = await visitor.post(`/tai-khoan/xac-thuc/${path}`, { password: 'không phải' });
      expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('không đúng')]);
    }
    const renewed = codesIn(
      await (await visitor.post('/tai-khoan/xac-thuc/ma-khoi-phuc', { password: PASSWORD })).text(),
    );
    expect(renewed.filter((code) => !codes.includes(code))).toHaveLength(10);
    expect((await enterCode(await halfWay(email), codes[0]!)).status).toBe(401);
    await visitor.post('/tai-khoan/xac-thuc/tat', { password: PASSWORD });
    expect(await visitor.text('/tai-khoan')).toContain('Chưa bật.');
    const signedIn = await new Visitor(service.url).signIn(email, PASSWORD, '/console/12');
    expect(signedIn.headers.get('location')).toBe('/console/12');
    expect(await actsOf(id)).toEqual([
      'account.factor.begin',
      'account.factor.enable',
      'account.recovery_codes.renew',
      'account.factor.disable',
    ]);
  });

  test('its secret and its recovery codes are not in the database as they are', async () => {
    const { uri, codes, id } = await personWithFactor('kien');
    const sql = 'SELECT secret, backup_codes FROM two_factor WHERE user_id = ?';
    const { rows } = await databaseOf(service, 'control').execute({ sql, args: [id] });
    const stored = JSON.stringify(rows);
    expect(rows).toHaveLength(1);
    for (const secret of [...codes, new URL(uri).searchParams.get('secret')!]) expect(stored).not.toContain(secret);
  });
});

describe('sessions', () => {
  const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0';

  /** The same person once more, on another machine. */
  async function elsewhere(email: string): Promise<Visitor> {
    const visitor = new Visitor(service.url);
    const from = { 'user-agent': FIREFOX, 'x-forwarded-for': '203.0.113.9, 113.161.72.40' };
    await visitor.post('/sign-in', { email, password: PASSWORD }, from);
    return visitor;
  }

  const endings = (html: string) =>
    [...html.matchAll(/action="(\/tai-khoan\/phien\/[^"]+)"/g)].map(([, path]) => path!);

  test('a person sees where they are signed in, with the address that the proxy saw and without its end', async () => {
    const { email, visitor } = await person('lan');
    await elsewhere(email);
    const html = await visitor.text('/tai-khoan');
    expect(html).toContain('Firefox trên Linux');
    expect(html).toContain('113.161.72.…');
    expect(html).not.toContain('203.0.113');
    expect(html).not.toContain('72.40');
    expect(html.match(/phiên này/g)).toHaveLength(1);
  });

  test('a session that is ended changes nothing on the account any more, and no other one ends', async () => {
    const { email, visitor, id } = await person('mai');
    const stolen = await elsewhere(email);
    expect((await stolen.get('/tai-khoan')).status).toBe(200);
    const firefox = /Firefox(?:(?!<\/tr>).)*action="([^"]+)"/s.exec(await visitor.text('/tai-khoan'))![1]!;
    expect((await visitor.post(firefox)).headers.get('location')).toBe('/tai-khoan?notice=session_ended');
    expect((await stolen.get('/tai-khoan')).headers.get('location')).toMatch(/^\/sign-in\?/);
    expect((await stolen.post('/tai-khoan/xac-thuc', { password: PASSWORD })).status).toBe(303);
    expect((await visitor.get('/tai-khoan')).status).toBe(200);
    expect(await actsOf(id)).toEqual(['session.revoke']);
  });

  test('all others end at once, and this one stays', async () => {
    const { email, visitor } = await person('nam');
    const others = [await elsewhere(email), await elsewhere(email)];
    await visitor.post('/tai-khoan/phien/ket-thuc-cac-phien-khac');
    for (const other of others) expect((await other.get('/tai-khoan')).status).toBe(303);
    expect(endings(await visitor.text('/tai-khoan'))).toEqual([]);
  });

  test('nobody ends a session of somebody else', async () => {
    const { visitor, id } = await person('oanh');
    const other = await person('phuc');
    const sql = 'SELECT id FROM session WHERE user_id = ?';
    const { rows } = await databaseOf(service, 'control').execute({ sql, args: [other.id] });
    for (const row of rows) await visitor.post(`/tai-khoan/phien/${row.id}/ket-thuc`);
    expect((await other.visitor.get('/tai-khoan')).status).toBe(200);
    expect(await actsOf(id)).toEqual([]);
  });

  test('who is not signed in is sent to sign in, whatever they ask of an account', async () => {
    const stranger = new Visitor(service.url);
    for (const path of ['xac-thuc', 'xac-thuc/tat', 'xac-thuc/ma-khoi-phuc', 'mat-khau', 'phien/x/ket-thuc']) {
      expect((await stranger.post(`/tai-khoan/${path}`)).headers.get('location')).toMatch(/^\/sign-in\?/);
    }
  });
});

describe('the password', () => {
  test('is changed by who knows it; the others’ sessions end and the old one is worth nothing', async () => {
    const { email, visitor, id } = await person('quang');
    const other = new Visitor(service.url);
    await other.signIn(email, PASSWORD);
    const newPassword = 'một câu khác hẳn câu cũ';
    const change = (password: string, next: string) =>
      visitor.post('/tai-khoan/mat-khau', { password, newPassword: next });
    expect((await change('không phải', newPassword)).status).toBe(422);
    const short = await change(PASSWORD, 'ngắn quá');
    expect([short.status, await short.text()]).toEqual([422, expect.stringContaining('ít nhất 12 ký tự')]);
    const usual = await change(PASSWORD, 'Matkhau@123456');
    expect([usual.status, await usual.text()]).toEqual([422, expect.stringContaining('dễ đoán')]);
    const ofEmail = await change(PASSWORD, email);
    expect([ofEmail.status, await ofEmail.text()]).toEqual([422, expect.stringContaining('lấy từ địa chỉ')]);
    expect((await change(PASSWORD, newPassword)).headers.get('location')).toBe('/tai-khoan?notice=password_changed');
    expect((await visitor.get('/tai-khoan')).status).toBe(200);
    expect((await other.get('/tai-khoan')).status).toBe(303);
    expect((await new Visitor(service.url).signIn(email, PASSWORD)).status).toBe(401);
    expect((await new Visitor(service.url).signIn(email, newPassword)).status).toBe(303);
    expect(await actsOf(id)).toEqual(['account.password.change']);
  });
});

test('wrong present passwords on the account page are counted as tries to sign in are', async () => {
  const { email, visitor } = await person('sau');
  const from = { 'x-forwarded-for': '203.0.113.50' };
  for (const path of ['xac-thuc', 'mat-khau', 'xac-thuc', 'mat-khau', 'mat-khau']) {
    const fields = { password: 'không phải', newPassword: 'một câu khác hẳn câu cũ' };
    expect((await visitor.post(`/tai-khoan/${path}`, fields, from)).status).toBe(422);
  }
  const locked = await visitor.post('/tai-khoan/xac-thuc', { password: PASSWORD }, from);
  expect([locked.status, await locked.text()]).toEqual([429, expect.stringContaining('quá nhiều lần')]);
  expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(800);
  const signIn = await new Visitor(service.url).post('/sign-in', { email, password: PASSWORD }, from);
  expect(signIn.status).toBe(429);
  expect((await visitor.post('/tai-khoan/xac-thuc', { password: PASSWORD })).status).toBe(200);
});

test('a new password that is too short tells nothing about the present one and takes no failure back', async () => {
  const { visitor } = await person('tam');
  const from = { 'x-forwarded-for': '203.0.113.51' };
  const change = (password: string, newPassword: string) =>
    visitor.post('/tai-khoan/mat-khau', { password, newPassword }, from);
  for (let tries = 0; tries < 5; tries += 1) {
    expect((await change('không phải', 'một câu khác hẳn câu cũ')).status).toBe(422);
    expect(await (await change(PASSWORD, 'ngắn')).text()).toContain('ít nhất 12 ký tự');
  }
  expect((await change(PASSWORD, 'một câu khác hẳn câu cũ')).status).toBe(429);
});

test('better-auth’s own addresses answer nobody', async () => {
  const { visitor } = await person('rong');
  for (const path of ['sign-in/email', 'two-factor/disable', 'two-factor/verify-totp', 'get-session', 'update-user']) {
    expect((await visitor.get(`/api/auth/${path}`)).status).toBe(404);
    expect((await visitor.post(`/api/auth/${path}`)).status).toBe(404);
  }
});
