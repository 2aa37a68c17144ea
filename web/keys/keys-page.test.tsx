import { expect, test } from 'vitest';
import { pageProblems, tagOf } from '../ui/page-problems.ts';
import { keys, line } from './fixture.ts';
import { keysPage } from './keys-page.tsx';

const failed = {
  ...keys.form!,
  fields: { name: 'Trục', scopes: ['unit.read'], lastDay: '', networks: 'x' },
  errors: ['networks' as const],
};

test('is wired right in every state and language', () => {
  const views = [
    keys,
    { ...keys, form: null },
    { ...keys, form: failed },
    { ...keys, keys: [] },
    { ...keys, knowsAddresses: false, notice: 'revoked' as const },
    { ...keys, refusal: 'x', changing: { id: 'k1', name: '', wrong: 'name' as const } },
    { ...keys, keys: [line, { ...line, id: 'k2', state: 'expired' as const }], notice: 'renamed' as const },
    { ...keys, shown: { name: 'Trục', key: 'dbk_12_x' }, refusal: 'Không đổi được.' },
  ];
  for (const view of views) {
    expect(pageProblems(keysPage(view))).toEqual([]);
    expect(pageProblems(keysPage({ ...view, language: 'en' }))).toEqual([]);
  }
});

test('says of a key in words what it may read, from where and until when, and when it was used', () => {
  const html = keysPage(keys);
  expect(html).toContain('danh sách xã, thôn và ranh giới, kết quả theo tiêu chí');
  expect(html).toContain('<span class="line">203.0.113.0/24</span>');
  // What ends at midnight works until the day before is over.
  expect(html).toContain('27/11/2027</td>');
  expect(html).toContain('khoảng 09:00 27/11/2026');
  const open = { ...line, expiresAt: null, lastUsedAt: null, allowedAddresses: null };
  const other = keysPage({ ...keys, keys: [{ ...open, previousEndsAt: '2026-11-28T02:00:00.000Z' }] });
  for (const words of ['đến khi thu hồi', 'Chưa dùng lần nào', 'mọi nơi', 'khóa cũ còn mở đến 09:00 ngày 28/11/2026']) {
    expect(other).toContain(words);
  }
});

test('a key that was just made is shown, and what was wrong is said with what was typed', () => {
  expect(keysPage({ ...keys, shown: { name: 'Trục', key: 'dbk_12_abc' } })).toContain('<code>dbk_12_abc</code>');
  const html = keysPage({ ...keys, form: failed });
  expect(html).toContain('Có dòng không phải là địa chỉ mạng');
  expect(html).toMatch(/<textarea[^>]*aria-invalid[^>]*>x<\/textarea>/);
  expect(html).toMatch(/value="unit.read" checked/);
});

test('who may only look is offered nothing to change, and a revoked key nothing more', () => {
  const reading = keysPage({ ...keys, form: null });
  expect(reading).not.toMatch(/tich-hop"|\/doi"|thu-hoi"/);
  expect(keysPage({ ...keys, keys: [{ ...line, state: 'revoked' }] })).not.toMatch(/\/(ten|doi|thu-hoi)"/);
  const expired = keysPage({ ...keys, keys: [{ ...line, state: 'expired' }] });
  expect(expired).toContain('/thu-hoi"');
  expect(expired).not.toContain('overlapHours');
});

test('rotating offers another end: one that may be left as it is, and for an expired key one that is needed', () => {
  const html = keysPage(keys);
  expect(html).toContain('Để trống: giữ nguyên đến 27/11/2027.');
  expect(tagOf(html, 'lastDay-k1')).not.toContain('required');
  const expired = keysPage({ ...keys, keys: [{ ...line, state: 'expired' }] });
  expect(expired).toContain('phải ghi ngày mới');
  expect(tagOf(expired, 'lastDay-k1')).toContain('required');
});

test('a change that was refused stands open with what was typed, and its field says so', () => {
  const closed = keysPage(keys);
  expect(closed).not.toContain('<details open');
  const refused = { id: 'k1', lastDay: '2020-01-01', overlapHours: '168', wrong: 'lastDay' as const };
  const html = keysPage({ ...keys, refusal: 'Ngày cuối cùng phải từ hôm nay trở đi.', changing: refused });
  expect(html).toContain('<details open');
  expect(html).toContain('<title>Chưa đổi được: ');
  expect(tagOf(html, 'lastDay-k1')).toMatch(/value="2020-01-01".*aria-invalid.*lastDay-hint-k1 error/);
  expect(html).toMatch(/value="168" selected/);
});
