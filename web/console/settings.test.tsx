import { expect, test } from 'vitest';
import { pageProblems } from '../ui/page-problems.ts';
import { page } from './fixture.ts';
import { settingsPage } from './settings.tsx';
import type { SettingsView } from './view.ts';

const view: SettingsView = {
  ...page,
  province: { code: '12', name: 'Lai Châu' },
  questions: [
    { name: 'hotspots', label: { vi: 'Tụ điểm' }, isPoliceMatter: true, isWithheld: true },
    { name: 'population', label: { vi: 'Dân số' }, isPoliceMatter: false, isWithheld: false },
  ],
  keptMonths: '',
  isPreview: false,
  purges: [],
  revision: 3,
  canChange: true,
  error: null,
  notice: null,
};

test('police matters stand first, the others are folded away until one of them is withheld', () => {
  const html = settingsPage(view);
  expect(html.indexOf('Tụ điểm')).toBeLessThan(html.indexOf('<details'));
  expect(html.indexOf('<details')).toBeLessThan(html.indexOf('Dân số'));
  expect(html).not.toContain('<details open');
  expect(html).toContain('name="revision" value="3"');
  expect(pageProblems(html)).toEqual([]);
  const questions = view.questions.map((question) => ({ ...question, isWithheld: true }));
  expect(settingsPage({ ...view, questions })).toContain('<details open');
});

test('what is wrong stands before the form, and in the title', () => {
  const html = settingsPage({ ...view, keptMonths: '3', error: 'Số tháng chưa đúng.' });
  expect(html).toContain('<title>Chưa lưu: Cài đặt của tỉnh');
  expect(html).toMatch(/role="alert"[^>]*>Số tháng chưa đúng\./);
  expect(html).toContain('value="3"');
  expect(pageProblems(html)).toEqual([]);
});

test('who may only look finds nothing to press', () => {
  const html = settingsPage({ ...view, canChange: false });
  expect(html).toContain('chỉ xem được');
  expect(html.match(/<fieldset disabled/g)).toHaveLength(2 + 1);
  expect(html).not.toContain('name="as"');
});

test('a province without forms is told how questions come to stand here', () => {
  expect(settingsPage({ ...view, questions: [] })).toContain('Tỉnh chưa ban hành biểu mẫu nào.');
});

test('what would go stands under the months with its day, and with the round that holds it back', () => {
  const purge = {
    id: 'r1',
    name: 'Kỳ 2024',
    from: '2026-12-31T17:00:00.000Z',
    heldBy: null,
    units: 1204,
    saves: 5,
    links: 3,
  };
  const purges = [purge, { ...purge, id: 'r2', name: 'Kỳ 2025', heldBy: 'Kỳ 2026' }];
  const html = settingsPage({ ...view, keptMonths: '24', isPreview: true, purges });
  expect(html).toContain('Nếu lưu thời hạn này, sẽ bị xóa');
  expect(html).toMatch(/Kỳ 2024<\/th><td>01\/01\/2027<\/td><td class="figure">1\.204</);
  expect(html).toContain('01/01/2027, sau khi đóng Kỳ 2026');
  expect(pageProblems(html)).toEqual([]);
  expect(settingsPage({ ...view, keptMonths: '24' })).toContain('chưa có kỳ đã đóng nào');
});
