import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { administration } from '../../local/administration.ts';
import type { Site } from '../../local/demo/site.ts';
import { Visitor } from '../support/cookies.ts';
import { databaseOf } from '../support/database.ts';
import { PASSWORD, type Service, startService } from '../support/service.ts';

interface Invitation {
  id: string;
  email: string;
  roles: string[];
  state: string;
  invitedBy: { name: string } | null;
  url: string;
  mailed: boolean;
}

const IN_12 = '/provinces/12/invitations';
const PLATFORM = '/platform/invitations';
const OWN = 'con trâu đi trước cái cày';

let service: Service;
let operator: Site;
let folder: string;
/** What the service and the simulated mail wrote to the log. */
let logged = '';
/** Every token that was made here. */
const tokens: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dia-ban-mail-'));
  service = await startService({
    clientAddressHeader: 'x-real-ip',
    requestLog: true,
    onLog: (text) => (logged += text.toString()),
    mail: { from: 'dia-ban@example.vn', folder, allowed: ['duoc-gui@example.vn'] },
  });
  operator = await service.as('operator');
});
afterAll(async () => {
  await service.stop();
  await rm(folder, { recursive: true, force: true });
});

const control = async (sql: string, args: (string | number)[] = []) =>
  (await databaseOf(service, 'control').execute({ sql, args })).rows;

async function said(asked: Promise<Response>): Promise<[number, string | undefined]> {
  const answer = await asked;
  const body = (await answer.json()) as { code?: string };
  return [answer.status, body.code];
}

async function invite(
  email: string,
  roles: string[] = ['reader'],
  path = IN_12,
): Promise<Invitation & { page: string }> {
  const made = await operator.api<Invitation>('POST', path, { email, name: 'Lò Thị Hương', roles });
  const page = new URL(made.url).pathname;
  tokens.push(page.slice('/moi/'.length));
  return { ...made, page };
}

const stateOf = async (id: string, path = IN_12) =>
  (await operator.api<{ items: Invitation[] }>('GET', path)).items.find((each) => each.id === id)?.state;

const accountsOf = async (email: string) =>
  (await control('SELECT id, name FROM user WHERE email = ?', [email])).length;
const rolesOf = async (email: string) =>
  (
    await control(
      `SELECT province_code || ' ' || role AS held FROM memberships JOIN user ON user.id = user_id WHERE email = ?
       UNION SELECT '* ' || role FROM platform_roles JOIN user ON user.id = user_id WHERE email = ? ORDER BY 1`,
      [email, email],
    )
  ).map(({ held }) => held);

const newcomer = () => new Visitor(service.url);
const account = (fields: Record<string, string> = {}) => ({
  name: 'Lò Thị Hương',
  email: '',
  password: OWN,
  ...fields,
});

/** Somebody with an account, signed in. */
async function member(person: string): Promise<{ email: string; visitor: Visitor }> {
  await service.as('reader', '33', person);
  const email = `${person}.33@example.vn`;
  const visitor = newcomer();
  expect((await visitor.signIn(email, PASSWORD)).status).toBe(303);
  return { email, visitor };
}

describe('an invitation', () => {
  test('gives its link once, and the list never', async () => {
    const made = await invite('mot@example.vn', ['verifier', 'reader']);
    expect(made).toMatchObject({
      email: 'mot@example.vn',
      roles: ['reader', 'verifier'],
      state: 'waiting',
      mailed: false,
    });
    expect(made.url).toMatch(/^http:\/\/[^/]+\/moi\/[0-9a-z]{26}$/);
    const listed = await (await operator.call('GET', IN_12)).text();
    expect(listed).toContain(made.id);
    expect(listed).toContain('Người operator');
    for (const token of tokens) expect(listed).not.toContain(token);
    const [row] = await control('SELECT * FROM invitations WHERE id = ?', [made.id]);
    expect(JSON.stringify(row)).not.toContain(tokens.at(-1));
    expect(Date.parse(String(row!.expires_at)) - Date.parse(String(row!.created_at))).toBe(7 * 24 * 60 * 60 * 1000);
  });

  test('is seen by the province’s auditor, and made and revoked by operators only', async () => {
    const auditor = await service.as('auditor');
    const { id } = await invite('hai@example.vn');
    expect((await auditor.call('GET', IN_12)).status).toBe(200);
    const body = { email: 'ba@example.vn', name: 'Ba', roles: ['reader'] };
    expect(await said(auditor.call('POST', IN_12, body))).toEqual([403, 'forbidden']);
    expect(await said(auditor.call('DELETE', `${IN_12}/${id}`))).toEqual([403, 'forbidden']);
    expect(await said(auditor.call('GET', PLATFORM))).toEqual([403, 'forbidden']);
  });

  test('of one province is not in another’s list, nor revoked from there', async () => {
    const { id } = await invite('bon@example.vn');
    expect(await stateOf(id, '/provinces/33/invitations')).toBeUndefined();
    expect(await said(operator.call('DELETE', `/provinces/33/invitations/${id}`))).toEqual([404, 'invitation_unknown']);
    expect(await stateOf(id)).toBe('waiting');
  });

  test('to roles of the service is not for provinces, nor the other way round; nobody invites themselves', async () => {
    const to = (email: string, role: string, path: string) =>
      said(operator.call('POST', path, { email, name: 'Năm', roles: [role] }));
    expect(await to('nam@example.vn', 'operator', IN_12)).toEqual([422, 'invalid_request']);
    expect(await to('nam@example.vn', 'reader', PLATFORM)).toEqual([422, 'invalid_request']);
    expect(await to('nam', 'reader', IN_12)).toEqual([422, 'invalid_request']);
    expect(await to('Operator.12@Example.vn', 'approver', IN_12)).toEqual([403, 'own_account']);
  });

  test('is answered alike for an address that is known and one that is not', async () => {
    const { email } = await member('sau');
    const bare = ({ id: _, url: __, email: ___, page: ____, ...rest }: Invitation & { page: string }) => ({
      ...rest,
      createdAt: '',
      expiresAt: '',
    });
    expect(bare(await invite(email))).toEqual(bare(await invite('sau-la@example.vn')));
  });

  test('is mailed where mail is set up, and good where the letter did not go out', async () => {
    expect(await invite('duoc-gui@example.vn')).toMatchObject({ mailed: true });
    const files = await readdir(folder, { recursive: true });
    const texts = files.filter((name) => name.endsWith('.txt')).map((name) => readFile(join(folder, name), 'utf8'));
    const [letter] = await Promise.all(texts);
    expect(letter).toContain(`/moi/${tokens.at(-1)}`);
    expect(letter).toContain('Người operator mời ông/bà tham gia hệ thống Địa Bàn (Lai Châu)');
    const refused = await invite('khong-gui@example.vn');
    expect(refused.mailed).toBe(false);
    expect((await newcomer().get(refused.page)).status).toBe(200);
    const failures = logged.split('\n').filter((line) => line.includes('invitations.mail_failed'));
    expect(failures.length).toBeGreaterThan(0);
    expect(failures.join()).not.toContain('khong-gui');
  });
});

describe('somebody who has no account', () => {
  test('sees who invites to what, makes one, is signed in and does what the role allows', async () => {
    const { page, id } = await invite('Bay@Example.vn', ['designer']);
    const visitor = newcomer();
    const html = await visitor.text(page);
    for (const shown of ['Người operator', 'Lai Châu', 'thiết kế biểu mẫu', 'bay@example.vn', 'Tạo tài khoản']) {
      expect(html).toContain(shown);
    }
    const answer = await visitor.post(page, account({ name: ' Lò Thị Bảy ' }));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/console']);
    expect((await visitor.get('/v1/provinces/12/keys')).status).toBe(200);
    expect((await visitor.get('/v1/provinces/33/rounds')).status).toBe(403);
    expect(await control("SELECT name, email FROM user WHERE email = 'bay@example.vn'")).toEqual([
      expect.objectContaining({ name: 'Lò Thị Bảy' }),
    ]);
    expect(await stateOf(id)).toBe('accepted');
    const again = newcomer();
    expect((await again.signIn('bay@example.vn', OWN)).headers.get('location')).toBe('/console');
    const acts = await control(
      "SELECT act FROM events WHERE subject = (SELECT 'user:' || id FROM user WHERE email = ?)",
      ['bay@example.vn'],
    );
    expect(acts.map(({ act }) => act)).toEqual(['staff.create', 'session.sign_in', 'session.sign_in']);
  });

  test('cannot change whom the invitation is for', async () => {
    const { page } = await invite('tam@example.vn');
    expect((await newcomer().post(page, account({ email: 'ke-khac@example.vn' }))).status).toBe(303);
    expect([await accountsOf('tam@example.vn'), await accountsOf('ke-khac@example.vn')]).toEqual([1, 0]);
  });

  test.each([
    ['a short password', { password: 'ngắn quá' }, 'ít nhất 12 ký tự'],
    ['the address as password', { password: 'chin@example.vn' }, 'lấy từ địa chỉ'],
    ['a password that everybody has', { password: 'Matkhau@123456' }, 'dễ đoán'],
    ['no name', { name: '  ' }, 'Hãy ghi họ và tên'],
    ['a name without end', { name: 'a'.repeat(101) }, 'nhiều nhất 100 ký tự'],
  ])('is told of %s, and the link is still good', async (_, fields, sentence) => {
    const { page, id } = await invite('chin@example.vn');
    const answer = await newcomer().post(page, account(fields));
    const html = await answer.text();
    expect([answer.status, html]).toEqual([422, expect.stringContaining(sentence)]);
    expect(html).not.toMatch(/type="password"[^>]*value=/);
    expect([await accountsOf('chin@example.vn'), await stateOf(id)]).toEqual([0, 'waiting']);
  });

  test('who sends the form twice at once has one account', async () => {
    const { page } = await invite('muoi@example.vn');
    const answers = await Promise.all([1, 2, 3].map(() => newcomer().post(page, account())));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(await accountsOf('muoi@example.vn')).toBe(1);
  });

  test('and two invitations, accepts both at once and has one account', async () => {
    const [here, there] = [
      await invite('muoi-mot@example.vn'),
      await invite('muoi-mot@example.vn', ['auditor'], '/provinces/33/invitations'),
    ];
    const answers = await Promise.all([here, there].map(({ page }) => newcomer().post(page, account())));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, expect.any(Number)]);
    expect(await accountsOf('muoi-mot@example.vn')).toBe(1);
    expect(await rolesOf('muoi-mot@example.vn')).toHaveLength(1);
  });
});

describe('somebody who has an account', () => {
  test('signs in and takes the roles with one button, also into the session that is there', async () => {
    const { email, visitor } = await member('muoi-hai');
    const { page, id } = await invite(email, ['auditor']);
    const before = await newcomer().text(page);
    expect(before).toContain(`/sign-in?next=${encodeURIComponent(page)}`);
    expect(before).not.toContain('name="password"');
    const sent = await newcomer().post(page, account());
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/sign-in?next=${encodeURIComponent(page)}`]);
    expect((await visitor.get('/v1/provinces/12/events')).status).toBe(403);
    expect(await visitor.text(page)).toContain('Nhận lời mời');
    expect((await visitor.post(page)).status).toBe(303);
    expect(await rolesOf(email)).toEqual(['12 auditor', '33 reader']);
    expect((await visitor.get('/v1/provinces/12/events')).status).toBe(200);
    expect(await stateOf(id)).toBe('accepted');
    const again = await invite(email);
    expect((await newcomer().signIn(email, PASSWORD, again.page)).headers.get('location')).toBe(again.page);
  });

  test('does not take what is for another, nor is told about them', async () => {
    const { email } = await member('muoi-ba');
    const { visitor, email: other } = await member('muoi-bon');
    const [known, unknown] = [await invite(email), await invite('muoi-lam@example.vn')];
    for (const { page, id } of [known, unknown]) {
      expect(await visitor.text(page)).toContain('Lời mời này dành cho người khác');
      const answer = await visitor.post(page);
      expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('invitation_of_other')]);
      expect(await stateOf(id)).toBe('waiting');
    }
    expect(await rolesOf(other)).toEqual(['33 reader']);
  });

  test('takes nothing with a session that has ended', async () => {
    const { email, visitor } = await member('muoi-sau');
    const { page, id } = await invite(email, ['designer']);
    await control('DELETE FROM session WHERE user_id = (SELECT id FROM user WHERE email = ?)', [email]);
    expect((await visitor.post(page)).headers.get('location')).toMatch(/^\/sign-in/);
    expect(await stateOf(id)).toBe('waiting');
  });
});

describe('a link that opens no longer', () => {
  const refused = async (page: string) => {
    const [shown, sent] = [await newcomer().get(page), await newcomer().post(page, account())];
    const code = /<code>(\w+)<\/code>/.exec(await shown.text())?.[1];
    return [shown.status, code, sent.status, /<code>(\w+)<\/code>/.exec(await sent.text())?.[1]];
  };

  test('was used', async () => {
    const { page, id } = await invite('hai-muoi@example.vn');
    await newcomer().post(page, account());
    expect(await refused(page)).toEqual([410, 'invitation_used', 410, 'invitation_used']);
    expect(await newcomer().text(page)).toContain('<a class="button" href="/sign-in">Đăng nhập</a>');
    expect(await said(operator.call('DELETE', `${IN_12}/${id}`))).toEqual([410, 'invitation_used']);
  });

  test('has expired', async () => {
    const { page, id } = await invite('hai-mot@example.vn');
    await control("UPDATE invitations SET expires_at = '2026-01-01T00:00:00.000Z' WHERE id = ?", [id]);
    expect(await refused(page)).toEqual([410, 'invitation_expired', 410, 'invitation_expired']);
    expect([await stateOf(id), await accountsOf('hai-mot@example.vn')]).toEqual(['expired', 0]);
  });

  test('was revoked, which can be done twice', async () => {
    const { page, id } = await invite('hai-hai@example.vn');
    expect((await operator.call('DELETE', `${IN_12}/${id}`)).status).toBe(200);
    expect(await refused(page)).toEqual([410, 'invitation_revoked', 410, 'invitation_revoked']);
    expect((await operator.call('DELETE', `${IN_12}/${id}`)).status).toBe(200);
    const acts = await control('SELECT act FROM events WHERE subject = ? ORDER BY seq', [`invitation:${id}`]);
    expect(acts.map(({ act }) => act)).toEqual(['invitation.create', 'invitation.revoke']);
  });

  test('was replaced by another for the same address and place, and by none for another place', async () => {
    const email = 'hai-ba@example.vn';
    const [old, elsewhere, fresh] = [
      await invite(email),
      await invite(email, ['reader'], '/provinces/33/invitations'),
      await invite(email, ['verifier']),
    ];
    expect((await refused(old.page))[1]).toBe('invitation_revoked');
    expect((await newcomer().get(elsewhere.page)).status).toBe(200);
    expect((await newcomer().get(fresh.page)).status).toBe(200);
  });

  test('was made by an operator who is none any more', async () => {
    const leaving = await service.as('operator', '12', 'sap-nghi');
    const made = await leaving.api<Invitation>('POST', IN_12, {
      email: 'cua-sau@example.vn',
      name: 'X',
      roles: ['reader'],
    });
    const [row] = await control("SELECT id FROM user WHERE email = 'sap-nghi.12@example.vn'");
    expect((await operator.call('DELETE', `/platform/staff/${row!.id}`)).status).toBe(200);
    expect((await refused(new URL(made.url).pathname))[1]).toBe('invitation_revoked');
  });

  test('would bring somebody back whose roles were taken', async () => {
    const email = 'hai-lam@example.vn';
    await newcomer().post((await invite(email)).page, account());
    const [more, elsewhere] = [
      await invite(email, ['verifier']),
      await invite(email, ['verifier'], '/provinces/33/invitations'),
    ];
    const [row] = await control('SELECT id FROM user WHERE email = ?', [email]);
    expect((await operator.call('DELETE', `/provinces/12/staff/${row!.id}`)).status).toBe(200);
    expect((await refused(more.page))[1]).toBe('invitation_revoked');
    expect((await newcomer().get(elsewhere.page)).status).toBe(200);
  });

  test.each(['0'.repeat(26), 'abc', `12-${'0'.repeat(26)}`])('is none: %s', async (token) => {
    expect(await refused(`/moi/${token}`)).toEqual([404, 'invitation_unknown', 404, 'invitation_unknown']);
  });

  test('is guessed thirty times a minute from one address and not more', async () => {
    const from = { 'x-real-ip': '203.0.113.9' };
    const guesses = await Promise.all(
      Array.from({ length: 31 }, (_, index) => newcomer().get(`/moi/${String(index).padStart(26, '0')}`, from)),
    );
    expect(guesses.map(({ status }) => status).sort()).toEqual([...Array(30).fill(404), 429]);
    const { page } = await invite('hai-bon@example.vn');
    expect((await newcomer().get(page, from)).status).toBe(200);
  });
});

describe('the set-up link', () => {
  const setUp = async () => {
    const url = await administration(service.runtime.hrana, service.url).setupLink();
    tokens.push(url.slice(url.lastIndexOf('/') + 1));
    return new URL(url).pathname;
  };

  test('makes an operator of whoever says who they are, once', async () => {
    const page = await setUp();
    const visitor = newcomer();
    expect(await visitor.text(page)).toContain('Thiết lập tài khoản quản trị hệ thống');
    const wrong = await visitor.post(page, account({ email: 'khong phai' }));
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('Hãy ghi đúng địa chỉ')]);
    expect((await visitor.post(page, account({ email: ' Dau-Tien@Example.vn' }))).status).toBe(303);
    expect((await visitor.get('/v1/platform/staff')).status).toBe(200);
    expect(await rolesOf('dau-tien@example.vn')).toEqual(['* operator']);
    expect((await newcomer().post(page, account({ email: 'thu-hai@example.vn' }))).status).toBe(410);
    expect(await accountsOf('thu-hai@example.vn')).toBe(0);
  });

  test('gives the role to who has an account once they are signed in, and never changes their password', async () => {
    const { email, visitor } = await member('ba-hai');
    const page = await setUp();
    const refused = await newcomer().post(page, account({ email }));
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('đã có tài khoản')]);
    expect((await newcomer().signIn(email, OWN)).status).toBe(401);
    expect(await visitor.text(page)).toContain(email);
    expect((await visitor.post(page)).status).toBe(303);
    expect(await rolesOf(email)).toEqual(['* operator', '33 reader']);
  });

  test('dies when another is made', async () => {
    const [old, fresh] = [await setUp(), await setUp()];
    expect((await newcomer().get(old)).status).toBe(410);
    expect((await newcomer().get(fresh)).status).toBe(200);
  });
});

test('an operator is invited as well, and is one after accepting', async () => {
  const { page } = await invite('ba-muoi@example.vn', ['operator'], PLATFORM);
  const visitor = newcomer();
  const html = await visitor.text(page);
  expect(html).toContain('Vai trò trong toàn hệ thống');
  expect(html).toContain('quản trị hệ thống');
  await visitor.post(page, account());
  expect((await visitor.get('/v1/platform/staff')).status).toBe(200);
});

test('pages behind a link are for nobody’s cache, search or referrer, and looking changes nothing', async () => {
  const { page, id } = await invite('ba-mot@example.vn');
  for (const visit of [1, 2]) {
    const answer = await newcomer().get(page);
    expect([visit, answer.headers.get('cache-control')]).toEqual([visit, 'no-store']);
    expect(answer.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(answer.headers.get('referrer-policy')).toBe('strict-origin');
    expect(await answer.text()).toContain('<meta name="referrer" content="strict-origin"');
  }
  expect((await newcomer().get(`/moi/${'0'.repeat(26)}`)).headers.get('cache-control')).toBe('no-store');
  expect(await stateOf(id)).toBe('waiting');
  const foreign = await newcomer().post(page, account(), { origin: 'https://evil.example' });
  expect([foreign.status, await stateOf(id)]).toEqual([403, 'waiting']);
});

test('no log line and no event holds a token or an address', async () => {
  const events = JSON.stringify(await control('SELECT * FROM events'));
  // The simulated mail writes its letters to the log; ours are lines of JSON.
  const ours = logged.split('\n').filter((line) => line.startsWith('{"event"'));
  expect(ours.some((line) => line.includes('"/moi/:token"'))).toBe(true);
  expect(tokens.length).toBeGreaterThan(20);
  for (const token of tokens) expect(`${events}${ours.join('')}`.includes(token)).toBe(false);
  expect(events).not.toContain('@example.vn');
});
