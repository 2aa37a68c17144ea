import { expect, test } from 'vitest';
import { pageProblems } from '../ui/page-problems.ts';
import { failed, fleet, line, province, toBeDeleted } from './fixture.ts';
import { fleetPage } from './fleet-page.tsx';
import { provincePage } from './province-page.tsx';
import { provinceActs } from './view.ts';

const deleted = { ...line, code: '40', status: 'deleted' as const, deletedAt: '2026-11-27T02:00:00.000Z' };
const running = { ...failed, job: { ...failed.job!, running: true, error: null } };
const waiting = { ...failed, job: { ...failed.job!, error: null } };
const typed = { code: '1', name: 'Sơn', group: 'S', databaseUrl: 'http://x' };
const errors = ['code', 'name', 'group', 'databaseUrl', 'token'] as const;

test('are wired right in every state and language', () => {
  const fleets = [
    fleet,
    { ...fleet, form: null },
    { ...fleet, provinces: [], form: null },
    { ...fleet, provinces: [], form: { ...fleet.form!, host: null } },
    {
      ...fleet,
      provinces: [deleted, running, waiting],
      form: { fields: typed, errors: [...errors], host: 'turso' as const },
    },
    { ...fleet, form: { fields: typed, errors: [...errors], host: null }, refusal: 'Tỉnh này đã có.' },
  ];
  const provinces = [
    { ...province, acts: [...provinceActs], logHref: '/console/12/nhat-ky', notice: 'create' as const },
    { ...province, acts: [...provinceActs], errors: ['code' as const, 'token' as const], typedCode: '1' },
    ...[failed, toBeDeleted, deleted, running, waiting].map((line) => ({ ...province, province: line })),
    ...provinceActs.map((notice) => ({ ...province, acts: [], notice })),
  ];
  for (const language of ['vi', 'en'] as const) {
    for (const view of fleets) expect(pageProblems(fleetPage({ ...view, language }))).toEqual([]);
    for (const view of provinces) expect(pageProblems(provincePage({ ...view, language }))).toEqual([]);
  }
});

test('what needs care stands first, with the failed step and its reason in words and in the host’s own', () => {
  const html = fleetPage(fleet);
  expect(html.indexOf('Cần xử lý')).toBeLessThan(html.indexOf('Sơn La'));
  expect(html.indexOf('Sơn La')).toBeLessThan(html.indexOf('Lai Châu'));
  expect(html).toContain('3 tỉnh, 1 đang được phục vụ, 1 cần xử lý.');
  expect(html).toContain('Khởi tạo tỉnh: chưa tạo cơ sở dữ liệu được.');
  expect(html).toContain('hết hạn mức hoặc chưa thanh toán');
  expect(html).toContain('<code>Turso: create database: 402</code>');
  expect(html).toContain('Lần thử gần nhất: 09:00 ngày 27/11/2026.');
});

test('a province says where its database is, how its schema stands, and until when a deletion can be taken back', () => {
  const html = fleetPage({ ...fleet, provinces: [{ ...line, schemaVersion: 28 }, toBeDeleted] });
  expect(html).toContain('Turso, nhóm sin, lược đồ 28/29');
  expect(html).toContain('Chờ nâng cấp');
  expect(html).toContain('chưa được nâng cấp nên tỉnh tạm thời chưa dùng được');
  expect(html).toContain('2 tỉnh, 0 đang được phục vụ, 1 cần xử lý.');
  expect(html).toContain('Khai báo thủ công, lược đồ 29/29');
  expect(html).toContain('bị xóa sau 09:00 ngày 27/12/2026');
});

test('a province that is to be deleted is not called in need of care for its schema, nor one whose schema is ahead', () => {
  const html = fleetPage({
    ...fleet,
    provinces: [
      { ...toBeDeleted, schemaVersion: 1 },
      { ...line, schemaVersion: 30 },
    ],
  });
  expect(html).not.toContain('Cần xử lý');
  expect(provincePage({ ...province, province: { ...line, schemaVersion: 30 } })).toContain('30, mới hơn mức 29');
});

test('deleting wants the code typed once more and says what follows and when', () => {
  const html = provincePage({ ...province, acts: ['delete'] });
  expect(html).toContain('Gõ lại mã tỉnh (12) để xác nhận');
  expect(html).toContain('sau ngày 27/12/2026, cơ sở dữ liệu bị xóa hẳn');
  expect(provincePage({ ...province, acts: ['delete'], province: { ...line, databaseHost: null } })).toContain(
    'khai báo thủ công nên hệ thống không xóa',
  );
  const wrong = provincePage({ ...province, acts: ['delete'], errors: ['code'], typedCode: '21' });
  expect(wrong).toMatch(/<input[^>]*id="code"[^>]*value="21"[^>]*aria-invalid/);
  expect(wrong).toContain('Chưa xóa: hãy gõ đúng mã tỉnh 12.');
});

test('a form keeps what was typed, opens what was wrong in it, and asks for an address where no database can be made', () => {
  const html = fleetPage({ ...fleet, form: { fields: typed, errors: ['databaseUrl'], host: 'turso' } });
  expect(html).toContain('value="http://x"');
  expect(html).toContain('<details open>');
  expect(fleetPage(fleet)).not.toContain('<details open>');
  const byHand = fleetPage({ ...fleet, form: { ...fleet.form!, host: null } });
  expect(byHand).toContain('Chưa cấu hình nơi tạo cơ sở dữ liệu');
  expect(byHand).toMatch(/<input[^>]*id="databaseUrl"[^>]*required/);
});

test('who may only look is offered nothing to change', () => {
  expect(fleetPage({ ...fleet, form: null })).not.toContain('action="/console/he-thong"');
  expect(provincePage({ ...province, acts: [] })).not.toContain('action="/console/he-thong');
});
