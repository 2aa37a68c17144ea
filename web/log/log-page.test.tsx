import { expect, test } from 'vitest';
import { pageProblems } from '../ui/page-problems.ts';
import { log } from './fixture.ts';
import { logPage } from './log-page.tsx';
import { en } from './text-en.ts';
import { vi } from './text-vi.ts';

const html = logPage(log);

test('is wired right in every state and language', () => {
  const narrow = { ...log, filter: { ...log.filter, act: 'round.open', actor: 'u1', subject: 'round:0199' } };
  const service = { ...log, province: null, home: '/console/he-thong', path: '/console/he-thong/nhat-ky' };
  for (const view of [log, service, narrow, { ...log, rows: [], next: null }, { ...log, sealed: null }]) {
    expect(pageProblems(logPage(view))).toEqual([]);
    expect(pageProblems(logPage({ ...view, language: 'en' }))).toEqual([]);
  }
});

test('says who did what, on what and when, in words and in the time of Viet Nam', () => {
  expect(html).toContain('27/11/2026 <span class="line hint">10:40</span>');
  expect(html).toContain('>Mở kỳ khảo sát</a>');
  expect(html).toContain('<span class="line">Kỳ khảo sát năm 2026</span>');
  expect(html).toContain('>Cán bộ thiết kế</a> <span class="line hint">thiết kế biểu mẫu</span>');
  expect(html).toContain('Hệ thống: tính kết quả');
  expect(html).toContain('Kết quả của xã Bản Bo');
});

test('what it has no words or names for stands as it is recorded, and cannot be markup', () => {
  expect(html).toContain('act.of-another-version');
  expect(html).toContain('Đường dẫn của …ef2427');
  expect(html).toContain('&lt;b>');
});

test('says up to where the log is sealed, and where its checkpoint is', () => {
  expect(html).toContain('Đã niêm phong đến 10:41 ngày 27/11/2026 (niêm phong số 7). Còn 2 dòng chờ niêm phong.');
  expect(html).toContain('href="/v1/provinces/12/events/checkpoint"');
  expect(logPage({ ...log, sealed: null })).toContain('Nhật ký chưa có niêm phong nào.');
});

test('reminders are called by their day and a file of recognition by its commune; the way back is one that the reader may go', () => {
  const parts = [
    { kind: 'reminders', id: '2026-11-27', name: '27/11/2026' },
    { kind: 'recognition', id: '0300', name: 'xã Bản Bo' },
  ];
  const shown = logPage({ ...log, home: '/console/he-thong/tinh/12', rows: [{ ...log.rows[0]!, parts }] });
  expect(shown).toContain('Nhắc ngày 27/11/2026');
  expect(shown).toContain('Hồ sơ công nhận xã Bản Bo');
  expect(shown).toContain('<a href="/console/he-thong/tinh/12">Lai Châu</a>');
});

test('each act, subject and actor leads to what else there is of it, within what was chosen already', () => {
  const narrow = logPage({ ...log, filter: { ...log.filter, from: '2026-11-01' } });
  expect(narrow).toContain('href="/console/12/nhat-ky?actor=u1&amp;from=2026-11-01"');
  expect(narrow).toContain('href="/console/12/nhat-ky?subject=round%3A0199&amp;from=2026-11-01"');
});

test('every act has words in both languages, each its own', () => {
  expect(Object.keys(en.acts)).toEqual(Object.keys(vi.acts));
  for (const words of [vi.acts, en.acts]) {
    expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length);
    expect(Object.values(words).every((text) => text.trim() !== '')).toBe(true);
  }
});

test('the log of the service tells of accounts and provinces, keeps to its own address and offers the acts that it can hold', () => {
  const parts = [{ kind: 'invitation', id: '0300', name: 'Lò Thị Mới' }];
  const rows = [{ ...log.rows[0]!, act: 'invitation.create', parts }];
  const path = '/console/he-thong/nhat-ky';
  const shown = logPage({ ...log, province: null, home: '/console/he-thong', path, rows });
  expect(shown).toContain('<a href="/console/he-thong">Hệ thống</a>');
  expect(shown).toContain('Đường dẫn một lần cho Lò Thị Mới');
  expect(shown).toContain(`<a href="${path}?act=invitation.create">`);
  expect(shown).toContain('<option value="staff.create">');
  expect(shown).not.toContain('<option value="round.open">');
});
