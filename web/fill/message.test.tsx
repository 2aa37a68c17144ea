import { expect, test } from 'vitest';
import { pageProblems } from '../ui/page-problems.ts';
import { messagePage } from './message.tsx';

const view = { language: 'vi', nonce: 'x', title: 'Đường dẫn đã hết hạn', body: ['Hãy đề nghị cấp lại.'] } as const;

test('says what to do and gives the code to read out', () => {
  const html = messagePage({ ...view, body: [...view.body], code: 'link_expired' });
  expect(html).toContain('<h1>Đường dẫn đã hết hạn</h1><p>Hãy đề nghị cấp lại.</p>');
  expect(html).toContain('<code>link_expired</code>');
  expect(pageProblems(html)).toEqual([]);
});

test('shows again what was typed and could not be saved, escaped', () => {
  const kept = [{ label: 'Ghi chú', value: '<b>12</b>' }];
  const html = messagePage({ ...view, body: [], code: 'internal', kept, action: { href: '/s/1', label: 'Tải lại' } });
  expect(html).toContain('<dd>&lt;b>12&lt;/b></dd>');
  expect(html).toContain('<a class="button" href="/s/1">Tải lại</a>');
});
