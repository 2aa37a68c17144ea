import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { databaseOf } from '../support/database.ts';
import { type Service, startService } from '../support/service.ts';

const PAGE = '/console/12/can-bo';
const SERVICE = '/console/he-thong/can-bo';

interface Person {
  id: string;
  email: string;
  roles: string[];
  revision: string;
}

let service: Service;
let operator: Site;
/** Somebody whose roles are changed. */
let huong: Person;

beforeAll(async () => {
  service = await startService();
  operator = await service.as('operator');
  await service.as('operator', '12', 'thu-hai');
  await service.as('verifier', '12', 'huong');
  await service.as('reader', '12', 'cuong');
  huong = await personIn('12', 'huong.12@example.vn');
});
afterAll(() => service.stop());

const people = async (path: string) => (await operator.api<{ items: Person[] }>('GET', path)).items;
const personIn = async (code: string, email: string) =>
  (await people(`/provinces/${code}/staff`)).find((each) => each.email === email)!;
const now = () => personIn('12', huong.email);
const invitations = async () =>
  (await operator.api<{ items: { id: string; email: string; state: string }[] }>('GET', '/provinces/12/invitations'))
    .items;

/** Sends a form as a browser does, a name as often as it has values. */
const send = (site: Site, path: string, fields: Record<string, string | string[]>) => {
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value): [string, string] => [name, value])),
  );
  return fetch(service.url + path, {
    ...{ method: 'POST', redirect: 'manual', body },
    headers: { cookie: site.cookie, origin: service.url },
  });
};

describe('inviting', () => {
  test('shows the link once, which opens, and the invitation waits until it is revoked', async () => {
    const fields = { act: 'invite', email: 'Tam@Example.vn ', name: 'Vàng A Tâm', roles: ['reader', 'auditor'] };
    const answer = await send(operator, PAGE, fields);
    const page = await answer.text();
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([201, 'no-store']);
    const url = /value="([^"]*\/moi\/[0-9a-z]{26})"/.exec(page)![1]!;
    expect((await service.stranger.get(new URL(url).pathname)).status).toBe(200);

    const later = await (await operator.get(PAGE)).text();
    expect(later).not.toContain('/moi/');
    expect(later).toContain('tam@example.vn');
    const { id } = (await invitations()).find(({ email }) => email === 'tam@example.vn')!;
    const revoked = await send(operator, PAGE, { act: 'revoke', invitation: id });
    expect([revoked.status, revoked.headers.get('location')]).toEqual([303, `${PAGE}?notice=revoked`]);
    expect(await (await operator.get(`${PAGE}?notice=revoked`)).text()).not.toContain('tam@example.vn');
    expect((await service.stranger.get(new URL(url).pathname)).status).toBe(410);
  });

  test('says what is wrong, keeps what was typed and invites nobody', async () => {
    const before = await invitations();
    const answer = await send(operator, PAGE, {
      act: 'invite',
      email: 'khong-phai-thu',
      name: 'Vàng A Tâm',
      roles: [],
    });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    for (const text of [
      'thư điện tử chưa đúng',
      'chọn ít nhất một vai trò',
      'value="khong-phai-thu"',
      'value="Vàng A Tâm"',
    ]) {
      expect(page).toContain(text);
    }
    // A role of the whole service is not given in a province.
    expect((await send(operator, PAGE, { act: 'invite', email: 'a@b.vn', name: 'A', roles: 'operator' })).status).toBe(
      422,
    );
    expect(await invitations()).toEqual(before);
  });

  test('nobody invites themselves', async () => {
    const fields = { act: 'invite', email: 'operator.12@example.vn', name: 'Tôi', roles: 'designer' };
    const answer = await send(operator, PAGE, fields);
    expect([answer.status, (await answer.text()).includes('value="operator.12@example.vn"')]).toEqual([403, true]);
  });

  test('of an invitation that is not there nothing is revoked', async () => {
    expect((await send(operator, PAGE, { act: 'revoke', invitation: 'x' })).status).toBe(404);
  });
});

describe('roles', () => {
  test('are set over those that were seen', async () => {
    const seen = (await now()).revision;
    const fields = { act: 'roles', seen, roles: ['verifier', 'reader'] };
    const answer = await send(operator, `${PAGE}/${huong.id}`, fields);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${PAGE}?notice=roles`]);
    expect((await now()).roles).toEqual(['reader', 'verifier']);
  });

  test('of two who change them at once the second is told what they are now, keeps what they ticked, and can save it', async () => {
    const seen = (await now()).revision;
    expect((await send(operator, `${PAGE}/${huong.id}`, { act: 'roles', seen, roles: 'reader' })).status).toBe(303);
    const late = await send(operator, `${PAGE}/${huong.id}`, { act: 'roles', seen, roles: 'auditor' });
    const page = await late.text();
    expect(late.status).toBe(412);
    expect(page).toContain('hiện nay là: xem');
    expect(page).toMatch(/value="auditor" checked/);
    expect((await now()).roles).toEqual(['reader']);
    const renewed = /name="seen" value="([^"]*)"/.exec(page)![1]!;
    expect(
      (await send(operator, `${PAGE}/${huong.id}`, { act: 'roles', seen: renewed, roles: 'auditor' })).status,
    ).toBe(303);
    expect((await now()).roles).toEqual(['auditor']);
  });

  test('none ticked is no way to take them all away', async () => {
    const answer = await send(operator, `${PAGE}/${huong.id}`, { act: 'roles', seen: (await now()).revision });
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('Hãy chọn ít nhất một vai trò'),
    ]);
    expect((await now()).roles).toEqual(['auditor']);
  });

  test('are all taken away, and who comes late is told that the person is gone from the list', async () => {
    const { revision: seen } = await now();
    expect((await send(operator, `${PAGE}/${huong.id}`, { act: 'remove', seen })).status).toBe(303);
    expect(await now()).toBe(undefined);
    const late = await send(operator, `${PAGE}/${huong.id}`, { act: 'roles', seen, roles: 'reader' });
    expect([late.status, await late.text()]).toEqual([404, expect.stringContaining('Danh sách cán bộ')]);
    expect((await operator.get(`${PAGE}/${huong.id}`)).status).toBe(404);
  });

  test('of the service are changed there, and nobody changes their own', async () => {
    const [own, other] = await Promise.all(
      ['operator.12@example.vn', 'thu-hai.12@example.vn'].map(async (email) =>
        (await people('/platform/staff')).find((each) => each.email === email),
      ),
    );
    const mine = await send(operator, `${SERVICE}/${own!.id}`, { act: 'remove', seen: own!.revision });
    expect(mine.status).toBe(403);
    expect(await mine.text()).toContain('Không ai tự đổi vai trò của mình');
    const changed = await send(operator, `${SERVICE}/${other!.id}`, {
      ...{ act: 'roles', seen: other!.revision, roles: 'national-reader' },
    });
    expect(changed.status).toBe(303);
    expect(await (await operator.get(SERVICE)).text()).toContain('Xem toàn quốc');
  });
});

describe('a link for a new password', () => {
  test('is made by an operator on the page of a province, shown once, and ends the sessions of who lost it', async () => {
    const lost = await service.as('reader', '12', 'quen');
    const { id } = await personIn('12', 'quen.12@example.vn');
    expect((await lost.get('/tai-khoan')).status).toBe(200);
    const answer = await send(operator, `${PAGE}/${id}`, { act: 'reset' });
    const page = await answer.text();
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([201, 'no-store']);
    expect((await lost.get('/tai-khoan')).headers.get('location')).toBe('/sign-in?next=%2Ftai-khoan');
    const url = /value="([^"]*\/moi\/[0-9a-z]{26})"/.exec(page)![1]!;
    const opened = await service.stranger.get(new URL(url).pathname);
    expect([opened.status, await opened.text()]).toEqual([200, expect.stringContaining('Đặt lại mật khẩu')]);
    expect(await (await operator.get(`${PAGE}/${id}`)).text()).not.toContain('/moi/');
  });

  test('takes the second factor along only when that is asked for', async () => {
    const { id } = await personIn('12', 'quen.12@example.vn');
    for (const [fields, removes] of [
      [{}, 0],
      [{ removeSecondFactor: 'yes' }, 1],
    ] as const) {
      expect((await send(operator, `${PAGE}/${id}`, { act: 'reset', ...fields })).status).toBe(201);
      const { rows } = await databaseOf(service, 'control').execute({
        sql: "SELECT removes_second_factor AS removes FROM invitations WHERE user_id = ? AND purpose = 'reset' ORDER BY id DESC",
        args: [id],
      });
      expect(Number(rows[0]!.removes)).toBe(removes);
    }
  });

  test('is made for nobody who holds no role there', async () => {
    const { id } = await personIn('12', 'quen.12@example.vn');
    expect((await send(operator, `${SERVICE}/${id}`, { act: 'reset' })).status).toBe(404);
  });
});

describe('who sees it', () => {
  test('an auditor reads and is offered nothing, from a link of the console', async () => {
    const auditor = await service.as('auditor');
    expect(await (await auditor.get('/console/12')).text()).toContain(`href="${PAGE}"`);
    const page = await (await auditor.get(PAGE)).text();
    expect(page).toContain('Người auditor');
    expect(page).not.toContain(`action="${PAGE}`);
    const { id } = await personIn('12', 'auditor.12@example.vn');
    expect((await auditor.get(`${PAGE}/${id}`)).status).toBe(200);
    expect((await send(auditor, `${PAGE}/${id}`, { act: 'roles', seen: 'auditor', roles: 'designer' })).status).toBe(
      403,
    );
    expect((await auditor.get(SERVICE)).status).toBe(403);
  });

  test('a designer does not, and an operator comes to it from the page of the province', async () => {
    const designer = await service.as('designer');
    expect((await designer.get(PAGE)).status).toBe(403);
    expect(await (await designer.get('/console/12')).text()).not.toContain(PAGE);
    expect(await (await operator.get('/console/he-thong/tinh/12')).text()).toContain(`href="${PAGE}"`);
    expect(await (await operator.get('/console/he-thong')).text()).toContain(`href="${SERVICE}"`);
    expect(await (await operator.get(PAGE)).text()).toContain('href="/console/he-thong/tinh/12"');
  });

  test('what is changed wants a recent proof, and is not done without', async () => {
    const late = await service.as('operator', '12', 'lau-roi');
    await databaseOf(service, 'control').execute(
      "UPDATE session SET authenticated_at = '2026-01-01T00:00:00.000Z' WHERE user_id = (SELECT id FROM user WHERE email = 'lau-roi.12@example.vn')",
    );
    const answer = await send(late, PAGE, { act: 'invite', email: 'x@example.vn', name: 'X', roles: 'reader' });
    const page = await answer.text();
    expect([answer.status, page]).toEqual([403, expect.stringContaining('Xác nhận lại người đang đăng nhập')]);
    expect((await invitations()).filter(({ email }) => email === 'x@example.vn')).toEqual([]);
    expect((await late.get(PAGE)).status).toBe(200);
  });
});
