import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { localEnvironment } from '../../local/settings.ts';
import type { Role } from '../../worker/auth/permissions.ts';
import { failedPrecondition } from '../../worker/db/precondition.ts';
import type { RolesChange } from '../../worker/staff/decide-roles.ts';
import { writeRoles } from '../../worker/staff/store.ts';
import { control as openRegistry } from '../../worker/tenancy/tenant.ts';
import { Visitor } from '../support/cookies.ts';
import { databaseOf } from '../support/database.ts';
import { PASSWORD, type Service, startService } from '../support/service.ts';
import { codeOf } from '../support/totp.ts';

interface Person {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  revision: string;
  lastSignInAt: string | null;
  hasSecondFactor: boolean;
}

const IN_12 = '/provinces/12/staff';
const PLATFORM = '/platform/staff';

let service: Service;
let operator: Site;

beforeAll(async () => {
  service = await startService();
  operator = await service.as('operator');
});
afterAll(() => service.stop());

const control = async (sql: string, args: (string | number)[] = []) =>
  (await databaseOf(service, 'control').execute({ sql, args })).rows;

async function said(asked: Promise<Response>): Promise<[number, string | undefined]> {
  const answer = await asked;
  const body = (await answer.json()) as { code?: string };
  return [answer.status, body.code];
}

const list = async (path: string, site = operator) => (await site.api<{ items: Person[] }>('GET', path)).items;

async function personOf(person: string, path = IN_12): Promise<Person> {
  const found = (await list(path)).find(({ email }) => email === `${person}.12@example.vn`);
  if (!found) throw new Error(`${person} is not in ${path}`);
  return found;
}

/** Somebody new with these roles in province 12, or for the service as a whole, as the list has them. */
async function newPerson(person: string, ...roles: Role[]): Promise<{ person: Person; site: Site }> {
  let site!: Site;
  for (const role of roles) site = await service.as(role, '12', person);
  return { person: await personOf(person, roles.includes('operator') ? PLATFORM : IN_12), site };
}

const put = (path: string, { id, revision }: Pick<Person, 'id' | 'revision'>, roles: Role[], site = operator) =>
  site.call('PUT', `${path}/${id}/roles`, { roles }, { 'if-match': `"${revision}"` });
const remove = (path: string, { id }: Pick<Person, 'id'>, site = operator) => site.call('DELETE', `${path}/${id}`);

/** What the log says was done to somebody's roles. */
const recorded = async (id: string) =>
  (
    await control("SELECT act, detail FROM events WHERE subject = ? AND act LIKE 'staff.%' ORDER BY seq", [
      `user:${id}`,
    ])
  ).map(({ act, detail }) => [act, JSON.parse(String(detail))]);

describe('the list', () => {
  test('names who holds a role in the province, with when they last signed in', async () => {
    await service.as('verifier', '33', 'chi-o-hung-yen');
    const { person } = await newPerson('an', 'verifier', 'reader');
    expect(person).toMatchObject({
      roles: ['reader', 'verifier'],
      revision: 'reader+verifier',
      hasSecondFactor: false,
    });
    expect(Date.now() - Date.parse(person.lastSignInAt!)).toBeLessThan(10 * 60_000);
    expect((await list(IN_12)).map(({ email }) => email)).not.toContain('chi-o-hung-yen.33@example.vn');
  });

  test('of the service names operators, and of a province who is no more than that not', async () => {
    expect((await list(PLATFORM)).map(({ roles }) => roles)).toContainEqual(['operator']);
    expect((await list(IN_12)).map(({ email }) => email)).not.toContain('operator.12@example.vn');
  });

  test('of a province is read by its auditor, that of the service is not', async () => {
    const auditor = await service.as('auditor');
    expect((await list(IN_12, auditor)).length).toBeGreaterThan(0);
    expect(await said(auditor.call('GET', PLATFORM))).toEqual([403, 'forbidden']);
    const { person } = await newPerson('giang', 'reader');
    expect(await said(put(IN_12, person, ['designer'], auditor))).toEqual([403, 'forbidden']);
  });
});

describe('roles', () => {
  test('are set as a whole, hold in the session that is there, and are on record', async () => {
    const { person, site } = await newPerson('binh', 'reader');
    const answer = await put(IN_12, person, ['designer', 'verifier']);
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"designer+verifier"']);
    expect(await answer.json()).toMatchObject({ id: person.id, roles: ['designer', 'verifier'] });
    expect((await site.call('GET', '/provinces/12/keys')).status).toBe(200);
    expect(await recorded(person.id)).toEqual([
      ['staff.create', { role: 'reader', provinceCode: '12' }],
      ['staff.roles', { provinceCode: '12', given: ['designer', 'verifier'], taken: ['reader'] }],
    ]);
    const [row] = await control("SELECT actor_role FROM events WHERE act = 'staff.roles' AND subject = ?", [
      `user:${person.id}`,
    ]);
    expect(row!.actor_role).toBe('operator');
  });

  test('of another province and of the service stay as they are', async () => {
    const { person } = await newPerson('chi', 'reader');
    const email = 'chi.12@example.vn';
    const byEmail = '(SELECT id FROM user WHERE email = ?)';
    await control(
      `INSERT INTO memberships (user_id, province_code, role, created_at) VALUES (${byEmail}, '33', 'auditor', '2026')`,
      [email],
    );
    expect((await remove(IN_12, person)).status).toBe(200);
    expect(await control(`SELECT province_code, role FROM memberships WHERE user_id = ${byEmail}`, [email])).toEqual([
      expect.objectContaining({ province_code: '33', role: 'auditor' }),
    ]);
    expect(await control(`SELECT roles FROM session WHERE user_id = ${byEmail}`, [email])).toEqual([
      expect.objectContaining({ roles: '{"33":["auditor"]}' }),
    ]);
  });

  test('that are taken from somebody who has no others end their sessions', async () => {
    const { person } = await newPerson('dung', 'reader', 'verifier');
    expect(await (await remove(IN_12, person)).json()).toMatchObject({ roles: [], revision: '' });
    expect(await control('SELECT id FROM session WHERE user_id = ?', [person.id])).toEqual([]);
    expect((await list(IN_12)).map(({ id }) => id)).not.toContain(person.id);
    expect((await recorded(person.id)).at(-1)).toEqual([
      'staff.remove',
      { provinceCode: '12', given: [], taken: ['reader', 'verifier'] },
    ]);
    expect(await said(remove(IN_12, person))).toEqual([404, 'staff_unknown']);
  });

  test('want the set that was seen: of two at once the slower one is told', async () => {
    const { person } = await newPerson('giap', 'reader');
    expect(await said(operator.call('PUT', `${IN_12}/${person.id}/roles`, { roles: ['auditor'] }))).toEqual([
      428,
      'precondition_required',
    ]);
    const answers = await Promise.all([put(IN_12, person, ['auditor']), put(IN_12, person, ['verifier'])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await said(put(IN_12, person, ['reader']))).toEqual([412, 'revision_mismatch']);
  });

  test.each([
    ['no role at all', []],
    ['a role that there is not', ['king']],
    ["a role of the service's", ['operator']],
  ])('are no set of a province with %s', async (_, roles) => {
    const { person } = await newPerson('hai', 'reader');
    expect(await said(put(IN_12, person, roles as Role[]))).toEqual([422, 'invalid_request']);
    expect((await personOf('hai')).roles).toEqual(['reader']);
  });

  test('are not given here to somebody who is only at home elsewhere', async () => {
    await service.as('reader', '33', 'ngoai-tinh');
    const [row] = await control("SELECT id FROM user WHERE email = 'ngoai-tinh.33@example.vn'");
    const stranger = { id: String(row!.id), revision: '' };
    expect(await said(put(IN_12, stranger, ['reader']))).toEqual([404, 'staff_unknown']);
    expect(await said(remove(IN_12, stranger))).toEqual([404, 'staff_unknown']);
  });
});

describe('a link to set a new password', () => {
  const FRESH = 'nhà tôi có 3 con gà trống';
  const resetLink = async ({ id }: Pick<Person, 'id'>, body: object = {}) =>
    operator.api<{ url: string; expiresAt: string }>('POST', `${PLATFORM}/${id}/reset-link`, body);
  const sent = (visitor: Visitor, url: string, password = FRESH) => visitor.post(new URL(url).pathname, { password });
  const actsOn = async ({ id }: Pick<Person, 'id'>) => {
    const rows = await control('SELECT act FROM events WHERE subject = ? ORDER BY seq', [`user:${id}`]);
    return rows.map(({ act }) => String(act)).filter((act) => !act.startsWith('session.') && act !== 'staff.create');
  };
  const unescaped = (html: string) => html.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

  /** Somebody with an authenticator app; gives a recovery code too. */
  async function withFactor(name: string): Promise<{ person: Person; recoveryCode: string }> {
    await newPerson(name, 'reader');
    const visitor = new Visitor(service.url);
    await visitor.signIn(`${name}.12@example.vn`, PASSWORD);
    const html = unescaped(await (await visitor.post('/tai-khoan/xac-thuc', { password: PASSWORD })).text());
    const uri = /name="uri" value="([^"]+)"/.exec(html)![1]!;
    const done = await visitor.post('/tai-khoan/xac-thuc/ma-dau-tien', { uri, code: codeOf(uri) });
    const recoveryCode = /<li class="code">([^<]+)</.exec(await done.text())![1]!;
    return { person: await personOf(name), recoveryCode };
  }

  test('ends all sessions, sets one once, and is on record', async () => {
    const { person, site } = await newPerson('nga', 'designer');
    const { url, expiresAt } = await resetLink(person);
    expect(Math.round((Date.parse(expiresAt) - Date.now()) / 3_600_000)).toBe(24);
    expect(await said(site.call('POST', '/provinces/12/keys', {}))).toEqual([401, 'unauthenticated']);
    const visitor = new Visitor(service.url);
    expect(await visitor.text(new URL(url).pathname)).toContain('nga.12@example.vn');
    expect((await sent(visitor, url, 'nga.12@example.vn')).status).toBe(422);
    const done = await sent(visitor, url);
    expect([done.status, done.headers.get('location')]).toEqual([303, '/console']);
    expect((await visitor.get('/v1/provinces/12/keys')).status).toBe(200);
    expect((await new Visitor(service.url).signIn(person.email, PASSWORD)).status).toBe(401);
    expect((await new Visitor(service.url).signIn(person.email, FRESH)).status).toBe(303);
    expect((await sent(new Visitor(service.url), url)).status).toBe(410);
    expect(await actsOn(person)).toEqual(['staff.reset-link', 'account.password.reset']);
  });

  test('ends the sessions that were begun since, when it is used', async () => {
    const { person } = await newPerson('oanh', 'designer');
    const { url } = await resetLink(person);
    const since = await service.as('designer', '12', 'oanh');
    await sent(new Visitor(service.url), url);
    expect(await said(since.call('POST', '/provinces/12/keys', {}))).toEqual([401, 'unauthenticated']);
  });

  test('leaves the second factor, which is asked for at once', async () => {
    const { person, recoveryCode } = await withFactor('phuc');
    expect(person.hasSecondFactor).toBe(true);
    const { url } = await resetLink(person);
    const visitor = new Visitor(service.url);
    const done = await sent(visitor, url);
    expect(done.headers.get('location')).toBe('/sign-in/code?next=%2Fconsole');
    expect((await visitor.get('/console')).headers.get('location')).toMatch(/^\/sign-in/);
    expect((await visitor.post('/sign-in/code', { code: recoveryCode, next: '/console' })).status).toBe(303);
  });

  test('takes the second factor along when it was asked to, and not before it is used', async () => {
    const { person } = await withFactor('quyen');
    const { url } = await resetLink(person, { removeSecondFactor: true });
    expect((await personOf('quyen')).hasSecondFactor).toBe(true);
    const visitor = new Visitor(service.url);
    expect(await visitor.text(new URL(url).pathname)).toContain('Xác thực hai bước sẽ được gỡ');
    expect((await sent(visitor, url)).headers.get('location')).toBe('/console');
    expect((await personOf('quyen')).hasSecondFactor).toBe(false);
    expect(await control('SELECT id FROM two_factor WHERE user_id = ?', [person.id])).toEqual([]);
    expect((await actsOn(person)).slice(-3)).toEqual([
      'staff.reset-link',
      'account.password.reset',
      'account.factor.remove',
    ]);
  });

  test('gives a first password to who came by the operator’s provider only', async () => {
    const { person } = await newPerson('sinh', 'reader');
    await control("DELETE FROM account WHERE user_id = ? AND provider_id = 'credential'", [person.id]);
    expect((await sent(new Visitor(service.url), (await resetLink(person)).url)).status).toBe(303);
    expect((await new Visitor(service.url).signIn(person.email, FRESH)).status).toBe(303);
  });

  test('dies when another is made, and sets one password when it is sent twice at once', async () => {
    const { person } = await newPerson('thanh', 'reader');
    const [old, fresh] = [await resetLink(person), await resetLink(person)];
    expect((await sent(new Visitor(service.url), old.url)).status).toBe(410);
    const passwords = [FRESH, 'con trâu đi trước cái cày'];
    const answers = await Promise.all(passwords.map((own) => sent(new Visitor(service.url), fresh.url, own)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410]);
  });

  test('is not for oneself, nor for who is not there', async () => {
    const own = await personOf('operator', PLATFORM);
    const ask = (id: string) => said(operator.call('POST', `${PLATFORM}/${id}/reset-link`, {}));
    expect(await ask(own.id)).toEqual([403, 'own_account']);
    expect(await ask('019a0000-0000-7000-8000-000000000000')).toEqual([404, 'staff_unknown']);
  });
});

describe('operators', () => {
  test('do not change their own roles, in the service or in a province', async () => {
    const own = await personOf('operator', PLATFORM);
    expect(await said(put(PLATFORM, own, ['operator', 'national-reader']))).toEqual([403, 'own_account']);
    expect(await said(remove(PLATFORM, own))).toEqual([403, 'own_account']);
    expect(await said(put(IN_12, { ...own, revision: '' }, ['approver']))).toEqual([403, 'own_account']);
  });

  test('who take the role from each other at once leave one of them', async () => {
    const [one, other] = [await newPerson('khanh', 'operator'), await newPerson('lam', 'operator')];
    for (const { id, roles } of await list(PLATFORM)) {
      const isOne = id === one.person.id || id === other.person.id;
      if (roles.includes('operator') && !isOne) await remove(PLATFORM, { id }, one.site);
    }
    const answers = await Promise.all([
      remove(PLATFORM, other.person, one.site),
      remove(PLATFORM, one.person, other.site),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    const left = await control("SELECT user_id FROM platform_roles WHERE role = 'operator'");
    expect(left).toHaveLength(1);
    operator = left[0]!.user_id === one.person.id ? one.site : other.site;
  });

  test('are never none, whatever was true when two acts were decided', async () => {
    const registry = openRegistry(localEnvironment(service.runtime.hrana), 'thu');
    const [last] = (await list(PLATFORM)).filter(({ roles }) => roles.includes('operator'));
    const { person } = await newPerson('minh', 'operator');
    // Both were decided while there were two operators.
    const going = ({ id }: Person): RolesChange => ({
      ...{ userId: id, before: ['operator'], after: [], given: [], taken: ['operator'] },
    });
    const by = { actor: { kind: 'system' as const, id: 'thu' }, requestId: 'thu', now: new Date().toISOString() };
    await writeRoles(registry, '*', going(person), by);
    const late = writeRoles(registry, '*', going(last!), by);
    expect(failedPrecondition(await late.catch((error: unknown) => error))).toBe('state');
    expect((await list(PLATFORM)).map(({ id }) => id)).toContain(last!.id);
    expect((await recorded(last!.id)).map(([act]) => act)).not.toContain('staff.remove');
  });
});
