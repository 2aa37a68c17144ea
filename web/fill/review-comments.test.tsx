import { expect, test } from 'vitest';
import { pageProblems, tagOf } from '../ui/page-problems.ts';
import { link, overview, sectionView } from './fixture.ts';
import { overviewPage } from './overview.tsx';
import { sectionPage } from './section.tsx';
import type { ReviewComment } from './view.ts';

const onQuestion: ReviewComment = {
  ...{ id: '1', text: 'Kiểm tra lại số hộ', about: 'Bản Nà Can, Tổng số hộ', question: 'households_total' },
  href: `${link.base}/v1/residents#q-households_total`,
};
const onUnit: ReviewComment = { id: '2', text: 'Bổ sung biên bản', about: 'Bản Nà Can', href: null, question: null };
const returned = { ...link.submission, state: 'returned' as const };

test('a returned file says so first and lists what the reviewer wrote, with the way there', () => {
  const html = overviewPage({ ...overview, submission: returned, comments: [onQuestion, onUnit] });
  expect(html).toContain('Phiếu đã được trả lại để sửa.');
  expect(html).toContain('Ý kiến rà soát (2)');
  expect(html).toContain(`<a href="${onQuestion.href}">Bản Nà Can, Tổng số hộ</a>`);
  expect(html).toContain('Bổ sung biên bản');
  expect(pageProblems(html)).toEqual([]);
  expect(overviewPage(overview)).not.toContain('Ý kiến rà soát');
});

test('a comment stands beside its question and describes its field; one on the whole unit stands at the top', () => {
  const html = sectionPage(sectionView('residents', { comments: [onQuestion, onUnit] }));
  expect(tagOf(html, 'q-households_total')).toMatch(/aria-describedby="[^"]*c-households_total/);
  expect(html).toContain('<strong>Ý kiến rà soát:</strong> Kiểm tra lại số hộ');
  expect(html).toContain('Ý kiến rà soát (1)');
  expect(html.indexOf('Bổ sung biên bản')).toBeLessThan(html.indexOf('<h1'));
  expect(pageProblems(html)).toEqual([]);
});
