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
