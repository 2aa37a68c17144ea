import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { databaseOf } from '../support/database.ts';
import { type Service, startService } from '../support/service.ts';
import { TursoPlatform } from '../support/turso-platform.ts';

const FLEET = '/console/he-thong';

let platform: TursoPlatform;
let service: Service;
let operator: Site;

beforeAll(async () => {
  platform = await TursoPlatform.start();
  const { allowOutbound, authorize, settings } = platform;
  service = await startService({ allowOutbound, authorize, bindings: settings });
  platform.serveFrom(service.runtime.hrana);
  operator = await service.as('operator');
});
afterAll(async () => {
  await service.stop();
  platform.stop();
});

const pageOf = (code: string) => `${FLEET}/tinh/${code}`;
const statusOf = async (code: string) => {
  const answer = await operator.call('GET', `/platform/provinces/${code}`);
  return answer.ok ? ((await answer.json()) as { status: string }).status : null;
};
const registry = (sql: string, args: (string | number)[]) => databaseOf(service, 'control').execute({ sql, args });
const actsOf = async (code: string) => {
  const { rows } = await registry('SELECT act FROM events WHERE subject = ? ORDER BY seq', [`province:${code}`]);
  return rows.map(({ act }) => String(act));
};
/** Sends a form of a page and follows where a success leads. */
async function send(path: string, fields: Record<string, string>): Promise<[number, string]> {
  const answer = await operator.post(path, fields);
  const location = answer.headers.get('location');
  if (answer.status !== 303) return [answer.status, await answer.text()];
  return [303, await (await operator.get(location!)).text()];
}

describe('making a province on the page', () => {
  test('makes it as the API does, with its events', async () => {
    const [status, page] = await send(FLEET, { code: '14', name: 'Sơn La', group: '', databaseUrl: '', token: '' });
    expect([status, page]).toEqual([303, expect.stringContaining('Đã thêm tỉnh')]);
    expect(page).toMatch(/libsql:\/\/dia-ban-14-[0-9a-z]{6}-thu-nghiem\.turso\.local/);
    expect(await statusOf('14')).toBe('in_service');
    expect(await actsOf('14')).toEqual([
      ...['province.create', 'province.make-database', 'province.new-token', 'province.migrate'],
    ]);
  });

  test('says what is wrong, keeps what was typed and makes nothing', async () => {
    const [status, page] = await send(FLEET, {
      code: '1x',
      name: 'Sơn La',
      databaseUrl: 'http://trong',
      token: 'bi-mat',
    });
    expect(status).toBe(422);
    for (const text of ['Mã tỉnh là hai chữ số', 'libsql:// hoặc https://', 'value="Sơn La"', 'value="http://trong"']) {
      expect(page).toContain(text);
    }
    expect(page).not.toContain('bi-mat');
    const [again, refused] = await send(FLEET, { code: '12', name: 'Lai Châu mới' });
    expect([again, refused]).toEqual([409, expect.stringContaining('Tỉnh này đã có trong hệ thống.')]);
    expect(refused).toContain('value="Lai Châu mới"');
  });

  test('leads to the province when a step failed, which says why in words, and the step can be gone on with', async () => {
    platform.outages.push({ status: 402 });
    const [status, page] = await send(FLEET, { code: '15', name: 'Phú Thọ' });
    expect([status, page]).toEqual([303, expect.stringContaining('chưa tạo cơ sở dữ liệu được')]);
    expect(page).toContain('hết hạn mức hoặc chưa thanh toán');
    expect(await (await operator.get(FLEET)).text()).toContain('1 cần xử lý');
    platform.outages.push({ status: 401 });
    const [failed, still] = await send(pageOf('15'), { act: 'continue' });
    expect([failed, still]).toEqual([502, expect.stringContaining('không chấp nhận mã truy cập')]);
    const [done, made] = await send(pageOf('15'), { act: 'continue' });
    expect([done, made]).toEqual([303, expect.stringContaining('Đã làm xong bước dang dở')]);
    expect(await statusOf('15')).toBe('in_service');
    expect((await operator.post(pageOf('15'), { act: 'continue' })).status).toBe(409);
  });
});

test('the log of the service says who did what with which province and person, and is led to from here', async () => {
  expect(await (await operator.get(FLEET)).text()).toContain(`href="${FLEET}/nhat-ky"`);
  const page = await (await operator.get(`${FLEET}/nhat-ky?subject=province:14`)).text();
  expect(page).toContain('>Sơn La</span>');
  expect(page).toContain('>Người operator</a>');
  expect(page).not.toContain('>Lai Châu</span>');
  expect(page).toContain('href="/v1/platform/events?subject=province%3A14');
  const { rows } = await registry("SELECT subject FROM events WHERE act = 'session.sign_in' LIMIT 1", []);
  const signIns = await (await operator.get(`${FLEET}/nhat-ky?subject=${rows[0]!.subject}`)).text();
  expect(signIns).toContain('>Đăng nhập</a>');
  for (const role of ['auditor', 'national-reader'] as const) {
    expect((await (await service.as(role)).get(`${FLEET}/nhat-ky`)).status).toBe(403);
  }
});

describe('one province', () => {
  test('is suspended and taken into service again', async () => {
    expect((await send(pageOf('12'), { act: 'suspend' }))[1]).toContain('Đã tạm ngừng phục vụ tỉnh');
    expect(await statusOf('12')).toBe('suspended');
    expect((await send(pageOf('12'), { act: 'resume' }))[1]).toContain('Tỉnh được phục vụ lại');
    expect(await statusOf('12')).toBe('in_service');
  });

  test('is deleted only with its code typed once more, and the deletion is taken back', async () => {
    for (const code of ['', '33', '12x']) {
      const [status, page] = await send(pageOf('12'), { act: 'delete', code });
      expect([status, page]).toEqual([422, expect.stringContaining('hãy gõ đúng mã tỉnh 12')]);
      expect(page).toContain(code === '' ? 'required value ' : `value="${code}"`);
    }
    expect(await statusOf('12')).toBe('in_service');
    const [, page] = await send(pageOf('12'), { act: 'delete', code: '12' });
    expect(page).toContain('chờ xóa');
    expect(page).not.toContain('value="delete"');
    expect(await statusOf('12')).toBe('to_be_deleted');
    expect((await send(pageOf('12'), { act: 'restore' }))[1]).toContain('Đã hủy việc xóa');
    expect(await statusOf('12')).toBe('in_service');
  });

  test('gets another token for its database, or takes one by hand and never shows it', async () => {
    await operator.api('POST', '/platform/provinces', { code: '16', name: 'Tỉnh 16' });
    const before = platform.goodTokens(platform.ofProvince('16')[0]!);
    expect((await send(pageOf('16'), { act: 'rotate' }))[0]).toBe(303);
    expect(platform.goodTokens(platform.ofProvince('16')[0]!)).not.toEqual(before);

    const byHand = { code: '21', name: 'Tỉnh 21', databaseUrl: 'http://kho-21.turso.local', token: 'eyJ.cu' };
    expect((await send(FLEET, byHand))[0]).toBe(303);
    expect((await send(pageOf('21'), { act: 'token', token: 'mã mới' }))[0]).toBe(422);
    const [status, page] = await send(pageOf('21'), { act: 'token', token: 'eyJ.moi' });
    expect([status, page]).toEqual([303, expect.stringContaining('Đã lưu mã truy cập mới')]);
    expect(page).not.toContain('eyJ');
    expect(await actsOf('21')).toContain('province.new-token');
    expect((await send(pageOf('21'), { act: 'rotate' }))[0]).toBe(409);
  });

  test('says that its schema is behind, and is migrated', async () => {
    await registry('UPDATE provinces SET schema_version = schema_version - 1 WHERE code = ?', ['33']);
    expect(await (await operator.get(FLEET)).text()).toContain('chưa được nâng cấp nên tỉnh tạm thời chưa dùng được');
    expect((await send(pageOf('33'), { act: 'migrate' }))[1]).toContain('Đã nâng cấp cơ sở dữ liệu');
  });

  test('knows no act but its own, and no province but those of the registry', async () => {
    expect((await operator.post(pageOf('12'), { act: 'drop' })).status).toBe(422);
    expect((await operator.get(pageOf('99'))).status).toBe(404);
    expect((await operator.post(pageOf('99'), { act: 'suspend' })).status).toBe(404);
    expect((await operator.get(pageOf("1'"))).status).toBe(404);
  });
});

describe('who sees it', () => {
  test('an operator is led to it from the console, and a national reader reads and changes nothing', async () => {
    expect((await operator.get('/console')).headers.get('location')).toBe(FLEET);
    const reader = await service.as('national-reader');
    const page = await (await reader.get(FLEET)).text();
    expect(page).toContain('Lai Châu');
    expect(page).not.toContain(`action="${FLEET}`);
    expect(await (await reader.get(pageOf('12'))).text()).not.toContain('method="post" action="/console');
    for (const [path, fields] of [
      [FLEET, { code: '40', name: 'Nghệ An' }],
      [pageOf('12'), { act: 'suspend' }],
    ] as const) {
      expect((await reader.post(path, fields)).status).toBe(403);
    }
    expect([await statusOf('40'), await statusOf('12')]).toEqual([null, 'in_service']);
  });

  test('the console leads to it for nobody else', async () => {
    const designer = await service.as('designer');
    expect(await (await designer.get('/console/12')).text()).not.toContain(FLEET);
    expect((await designer.get(FLEET)).status).toBe(403);
  });

  test('an act wants a recent proof of who acts, and is kept until there is one', async () => {
    const other = await service.as('operator', '12', 'lau-roi');
    await registry(
      "UPDATE session SET authenticated_at = '2026-01-01T00:00:00.000Z' WHERE user_id = (SELECT id FROM user WHERE email = ?)",
      ['lau-roi.12@example.vn'],
    );
    const answer = await other.post(pageOf('12'), { act: 'suspend' });
    const page = await answer.text();
    expect([answer.status, page]).toEqual([403, expect.stringContaining('Xác nhận lại người đang đăng nhập')]);
    expect(page).toContain('value="/console/he-thong"');
    expect(await statusOf('12')).toBe('in_service');
    expect((await other.get(pageOf('12'))).status).toBe(200);
  });
});
