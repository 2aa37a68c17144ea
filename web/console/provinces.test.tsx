import { expect, test } from 'vitest';
import { pageProblems } from '../ui/page-problems.ts';
import { page } from './fixture.ts';
import { provincesPage } from './provinces.tsx';

test('lists the provinces with what one may do there', () => {
  const html = provincesPage({ ...page, provinces: [{ code: '12', name: 'Lai Châu', roles: ['verifier', 'other'] }] });
  expect(html).toContain('<a href="/console/12">Lai Châu</a>');
  expect(html).toContain('rà soát, other');
  expect(html).toContain('<form class="account" method="post" action="/sign-out">');
  expect(pageProblems(html)).toEqual([]);
});

test('an account without a province learns whom to ask', () => {
  expect(provincesPage({ ...page, provinces: [] })).toContain('Đề nghị quản trị hệ thống cấp quyền');
});
