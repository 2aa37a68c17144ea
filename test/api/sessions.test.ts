import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { Visitor } from '../support/cookies.ts';
import { databaseOf } from '../support/database.ts';
import { PASSWORD, type Service, startService } from '../support/service.ts';

const KEY = { name: 'Hệ thống của tỉnh', scopes: ['readiness.read'] };

let service: Service;

beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const control = (sql: string, args: (string | number)[] = []) => databaseOf(service, 'control').execute({ sql, args });
const sessionsOfEmail = '(SELECT id FROM user WHERE email = ?)';
const emailOf = (person: string) => `${person}.12@example.vn`;

async function said(asked: Promise<Response>): Promise<[number, string | undefined]> {
  const answer = await asked;
  const body = (await answer.json()) as { code?: string };
  return [answer.status, body.code];
}

const rounds = (site: Site) => site.call('GET', '/provinces/12/rounds');
const newKey = (site: Site) => site.call('POST', '/provinces/12/keys', KEY);
const asked = (answer: Response) => service.runtime.hrana.pipelines.ofRequest(answer.headers.get('x-request-id')!);

test('a signed-in read asks the database of its province once and the registry not at all', async () => {
  const site = await service.as('reader');
  await rounds(site);
  const before = service.runtime.hrana.pipelines.ofDatabase('control');
  const answer = await rounds(site);
  expect([answer.status, asked(answer)]).toEqual([200, 1]);
  expect(service.runtime.hrana.pipelines.ofDatabase('control')).toBe(before);
});

test('a role that was just given holds at once, also in a session that had none', async () => {
  const site = await service.as('national-reader', '12', 'moi-den');
  expect(await said(rounds(site))).toEqual([403, 'forbidden']);
  await service.as('reader', '12', 'moi-den');
  expect((await rounds(site)).status).toBe(200);
});

test('a session from before roles were kept in it is read anew, and nobody gains by an empty one', async () => {
  const site = await service.as('reader', '12', 'cu');
  const { rows } = await control(`SELECT token, roles FROM session WHERE user_id = ${sessionsOfEmail}`, [
    emailOf('cu'),
  ]);
  expect(rows.map(({ roles }) => roles)).toEqual(['{"12":["reader"]}']);
  await control(`UPDATE session SET roles = '{}' WHERE user_id = ${sessionsOfEmail}`, [emailOf('cu')]);
  // Without the cookie that the roles travel in, as after five minutes.
  site.cookie = site.cookie.replace(/dia-ban\.session_data=[^;]*;?/, '');
  expect((await rounds(site)).status).toBe(200);
  await control(`DELETE FROM memberships WHERE user_id = ${sessionsOfEmail}`, [emailOf('cu')]);
  expect(await said(rounds(site))).toEqual([403, 'forbidden']);
});

test('a cookie of more than five minutes ago is given anew with the answer', async () => {
  const site = await service.as('reader', '12', 'lau');
  site.cookie = site.cookie.replace(/dia-ban\.session_data=[^;]*;?/, '');
  const answer = await rounds(site);
  expect(answer.headers.getSetCookie().some((cookie) => /^dia-ban\.session_data=\w/.test(cookie))).toBe(true);
});

test('a session that was ended reads for minutes, and does nothing dangerous from then on', async () => {
  const site = await service.as('designer', '12', 'bi-thu-hoi');
  await control(`DELETE FROM session WHERE user_id = ${sessionsOfEmail}`, [emailOf('bi-thu-hoi')]);
  expect((await rounds(site)).status).toBe(200);
  expect(await said(newKey(site))).toEqual([401, 'unauthenticated']);
});

test('a role that was taken away does nothing dangerous from then on', async () => {
  const site = await service.as('designer', '12', 'thoi-viec');
  await control(`DELETE FROM memberships WHERE user_id = ${sessionsOfEmail}`, [emailOf('thoi-viec')]);
  expect(await said(newKey(site))).toEqual([403, 'forbidden']);
});

test('what is dangerous wants a proof of the last fifteen minutes; signing in again is one', async () => {
  const site = await service.as('designer', '12', 'ban-ron');
  const quarter = Date.now() - 15 * 60_000;
  await control(`UPDATE session SET authenticated_at = ? WHERE user_id = ${sessionsOfEmail}`, [
    quarter,
    emailOf('ban-ron'),
  ]);
  expect(await said(newKey(site))).toEqual([403, 'reauthentication_required']);
  expect((await rounds(site)).status).toBe(200);
  const page = await site.get('/sign-in/again?next=/console/12');
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining(emailOf('ban-ron'))]);
  const again = await service.as('designer', '12', 'ban-ron');
  expect((await newKey(again)).status).toBe(201);
});

test('who is not signed in and goes to prove it signs in, and comes back to where they were', async () => {
  const answer = await service.stranger.get('/sign-in/again?next=/console/12');
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?next=%2Fconsole%2F12']);
  const elsewhere = await service.stranger.get('/sign-in/again?next=https://evil.example/');
  expect(elsewhere.headers.get('location')).toBe('/sign-in?next=%2Fconsole');
});

describe('a form that is sent when the proof has grown old', () => {
  const PATH = '/console/12/tich-hop';
  const NAME = 'Kho "dữ liệu" <tỉnh> & xã';
  const TYPED = [
    ['name', NAME],
    ['scopes', 'readiness.read'],
    ['scopes', 'unit.read'],
    ['lastDay', ''],
    ['networks', ''],
  ];
  const unescaped = (html: string) =>
    html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const inputs = (html: string) =>
    [...html.matchAll(/<input type="hidden"[^>]*? name="([^"]*)"(?: value(?:="([^"]*)")?)?/g)].map(
      ([, name, value]) => [unescaped(name!), unescaped(value ?? '')],
    );
  const keptIn = (html: string) => inputs(html).find(([name]) => name === 'kept')?.[1] ?? '';
  const keys = (site: Site) => site.api<{ items: { name: string; scopes: string[] }[] }>('GET', '/provinces/12/keys');

  const send = (visitor: Visitor, fields: string[][], headers: Record<string, string> = {}) =>
    fetch(service.url + PATH, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: visitor.cookie, origin: service.url, ...headers },
      body: new URLSearchParams(fields),
    });

  async function longAgo(person: string): Promise<{ visitor: Visitor; site: Site; email: string }> {
    const site = await service.as('designer', '12', person);
    const email = emailOf(person);
    const visitor = new Visitor(service.url);
    await visitor.signIn(email, PASSWORD);
    await control(`UPDATE session SET authenticated_at = 0 WHERE user_id = ${sessionsOfEmail}`, [email]);
    return { visitor, site, email };
  }

  test('waits in the page until its person has proved who they are, and is sent by one button as it was', async () => {
    const { visitor, site, email } = await longAgo('dang-go');
    const refused = await send(visitor, TYPED);
    expect(refused.status).toBe(403);
    const html = await refused.text();
    expect(html).toContain('Nội dung vừa nhập vẫn còn nguyên');
    expect(JSON.parse(keptIn(html))).toEqual({ action: PATH, fields: TYPED });
    const wrong = await visitor.post('/sign-in', { email, password: 'sai', next: PATH, kept: keptIn(html) });
    expect([wrong.status, keptIn(await wrong.text())]).toEqual([401, keptIn(html)]);
    expect((await keys(site)).items.map(({ name }) => name)).not.toContain(NAME);
    const { rows } = await control('SELECT value FROM verification UNION ALL SELECT detail FROM events');
    expect(JSON.stringify(rows)).not.toContain('Kho');

    const proved = await visitor.post('/sign-in', { email, password: PASSWORD, next: PATH, kept: keptIn(html) });
    const page = await proved.text();
    expect([proved.status, page.match(/action="([^"]+)"/g)]).toEqual([200, [`action="${PATH}"`]]);
    expect(inputs(page)).toEqual(TYPED);
    expect((await send(visitor, inputs(page) as string[][])).status).toBe(201);
    const made = (await keys(await service.as('designer', '12', 'dang-go'))).items.find(({ name }) => name === NAME);
    expect(made?.scopes).toEqual(['readiness.read', 'unit.read']);
  });

  test('with a file or a secret in it is not put into a page: its person is led to prove themself, and back', async () => {
    const { visitor } = await longAgo('co-mat-khau');
    const secret = await send(visitor, [...TYPED, ['databaseToken', 'x']]);
    expect([secret.status, secret.headers.get('location')]).toEqual([
      303,
      `/sign-in/again?next=${encodeURIComponent(PATH)}`,
    ]);
    const body = new FormData();
    body.set('file', new Blob(['x']), 'x.csv');
    const headers = { cookie: visitor.cookie, origin: service.url };
    const file = await fetch(service.url + PATH, { method: 'POST', redirect: 'manual', headers, body });
    expect(file.status).toBe(303);
  });

  test('is not taken from another site, and leads nowhere but to our own forms', async () => {
    const { visitor, email } = await longAgo('bi-lua');
    const foreign = await send(visitor, TYPED, { origin: 'https://evil.example' });
    expect([foreign.status, await foreign.text()]).toEqual([403, expect.not.stringContaining('name="kept"')]);
    const kept = JSON.stringify({ action: 'https://evil.example/console', fields: [] });
    const planted = await visitor.post('/sign-in', { email, password: PASSWORD, next: '/console/12', kept });
    expect([planted.status, planted.headers.get('location')]).toEqual([303, '/console/12']);
  });
});
