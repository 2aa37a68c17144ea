import { describe, expect, test } from 'vitest';
import { pageProblems } from '../ui/page-problems.ts';
import { ready, results } from './fixture.ts';
import { resultsPage } from './results.tsx';

const html = resultsPage(results);
const between = (from: string, to: string) => html.slice(html.indexOf(from), html.indexOf(to));

test('is wired right in every state and language', () => {
  expect(pageProblems(html)).toEqual([]);
  expect(pageProblems(resultsPage({ ...results, language: 'en' }))).toEqual([]);
  expect(pageProblems(resultsPage({ ...results, rows: [] }))).toEqual([]);
});

test('the band counts communes by verdict, then the villages and files that are in', () => {
  const band = between('class="band"', 'Điều đang giữ chân tỉnh')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
  expect(band).toContain('1 ✓ Sẵn sàng');
  expect(band).toContain('2 ✕ Chưa sẵn sàng');
  expect(band).toContain('0 ? Chưa xác định');
  expect(band).toContain('5/7 Thôn, bản đã có số liệu');
  expect(band).toContain('1/3 Xã đã nộp phiếu');
});

describe('what holds the province back', () => {
  const holding = between('Điều đang giữ chân tỉnh', 'Các xã');

  test('the requirement that most communes do not meet comes first', () => {
    expect(holding.match(/class="holding-title">([^<]*)/)?.[1]).toContain('Không có tụ điểm');
  });

  test('a requirement that every commune meets is not there, nor is an objective', () => {
    expect(holding).not.toContain('Có ít nhất 01 mô hình duy trì hiệu quả');
    expect(holding).not.toContain('hòm thư tố giác');
  });

  test('says so when nothing does', () => {
    expect(resultsPage({ ...results, rows: [ready] })).toContain('Mọi xã đều đạt mọi yêu cầu.');
  });
});

describe('the communes', () => {
  test('each leads to its report', () => {
    expect(html).toContain('<a href="/console/12/rounds/r1/communes/c2">Xã Khun Há</a>');
    expect(html).toContain('Thị trấn Tam Đường');
  });

  test('each requirement has a sign with words for screen readers', () => {
    const [row = ''] = html.match(/<tr><th scope="row"><a href="[^"]*c2".*?<\/tr>/) ?? [];
    expect(row.match(/class="sign-cell"/g)).toHaveLength(11);
    expect(row).toMatch(/✕<\/span><span class="visually-hidden">Chưa đạt/);
    expect(row).toContain('2/3');
  });

  test('a class is shown only where the form has one, with those still possible', () => {
    expect(html).not.toContain('>Loại<');
    const open = { code: 'IV', determined: false, possible: ['IV', 'III'], flags: [] };
    const page = resultsPage({ ...results, rows: [{ ...ready, scorecard: { ...ready.scorecard, class: open } }] });
    expect(page).toContain('>Loại<');
    expect(page).toContain('IV, có thể III');
  });
});

test('a target says how many units are reached of how many the plan wants, and by when', () => {
  const page = resultsPage(results);
  expect(page).toContain('Ít nhất 15% xã, thị trấn không có ma túy');
  expect(page).toContain('1/1 đơn vị được công nhận');
  expect(page).toContain('2 đơn vị sẵn sàng');
  expect(page).toContain('Mục V.1.a, hạn 31/12/2025');
});

test('a target about something else than recognition says only how many have reached it', () => {
  const targets = results.targets.map((target) => ({ ...target, about: 'class' as const, ready: null }));
  const page = resultsPage({ ...results, targets });
  expect(page).toMatch(/1\/1 đơn vị</);
  expect(page).not.toContain('đơn vị sẵn sàng');
  expect(page).not.toContain('Không có trong danh sách địa bàn');
});

test('units that the plan names and that do not stand are named', () => {
  const targets = results.targets.map((target) => ({ ...target, missing: ['Bình Kiều', 'Đại Tập'] }));
  const page = resultsPage({ ...results, targets });
  expect(page).toContain('Không có trong danh sách địa bàn: Bình Kiều, Đại Tập');
});
