import { describe, expect, test } from 'vitest';
import { pageProblems, tagOf } from '../ui/page-problems.ts';
import { review } from './fixture.ts';
import { reviewPage } from './review.tsx';
import type { Finding } from './view.ts';

const finding: Finding = {
  key: 'v1:K3:population',
  unitId: 'v1',
  unitName: 'bản Nà Can',
  message: 'Nhiều hơn dân số.',
  href: '/s/12-abc/v1/residents#q-population',
  reason: '',
  reasonWrong: null,
};
const confirmations = [finding, { ...finding, key: 'v2:blank', unitName: 'bản Phiêng Hoi', reason: 'Bản chưa họp.' }];

test('is wired right in every state and language', () => {
  for (const language of ['vi', 'en'] as const) {
    expect(pageProblems(reviewPage({ ...review, language }))).toEqual([]);
    expect(pageProblems(reviewPage({ ...review, language, confirmations, refused: true }))).toEqual([]);
    expect(pageProblems(reviewPage({ ...review, language, errors: [finding], confirmations }))).toEqual([]);
  }
});

test('sends back what it showed, so that nothing unseen is submitted', () => {
  const html = reviewPage(review);
  expect(html).toContain('<form method="post" action="/s/12-abc/nop"');
  expect(html).toContain('<input type="hidden" name="inputsVersion" value="41"/>');
  expect(html).toContain('<button type="submit">Nộp phiếu</button>');
});

test('an error leads to its question and holds back the press that submits, reasons typed so far being kept', () => {
  const html = reviewPage({ ...review, errors: [finding], confirmations });
  expect(html).toContain('1 lỗi phải sửa trước khi nộp');
  expect(html).toContain(`<a href="${finding.href}">${finding.message}</a>`);
  expect(html).not.toContain('<button type="submit">');
  expect(html).toContain('>Bản chưa họp.</textarea>');
});

describe('what needs a reason', () => {
  test('has a field of its own, named by its key', () => {
    const html = reviewPage({ ...review, confirmations });
    expect(tagOf(html, 'reason-1')).toContain('name="reason:v1:K3:population"');
    expect(tagOf(html, 'reason-1')).not.toContain('aria-invalid');
    expect(html).not.toContain('role="alert"');
  });

  test('is marked when the press came without it, and only then', () => {
    const html = reviewPage({ ...review, confirmations, refused: true });
    expect(html).toContain('Còn 1 điều chưa có lý do hợp lệ');
    expect(html).toContain('<a href="#reason-1">bản Nà Can: Nhiều hơn dân số.</a>');
    expect(tagOf(html, 'reason-1')).toContain('aria-invalid="true"');
    expect(tagOf(html, 'reason-2')).not.toContain('aria-invalid');
  });
});

test('a press refused with every reason given says that the figures changed', () => {
  const html = reviewPage({ ...review, confirmations: confirmations.slice(1), refused: true });
  expect(html).toContain('Số liệu vừa thay đổi.');
});

test('shows the result before the press that submits', () => {
  const html = reviewPage(review);
  expect(html.indexOf('Xã đã sẵn sàng chưa?')).toBeLessThan(html.indexOf('<button type="submit">Nộp phiếu'));
});

test('a reason that is not taken is shown again with what is wrong with it', () => {
  const wrong = { ...finding, reason: 'Hỏi 0912345678', reasonWrong: '“0912345678” giống số điện thoại.' };
  const html = reviewPage({ ...review, confirmations: [wrong], refused: true });
  expect(html).toMatch(/class="issue error"[^>]*>“0912345678” giống số điện thoại\./);
  expect(html).toContain('Hỏi 0912345678</textarea>');
  expect(html).toContain('Còn 1 điều chưa có lý do hợp lệ');
  expect(pageProblems(html)).toEqual([]);
});
