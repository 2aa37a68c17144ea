import { expect, test } from 'vitest';
import { pageProblems } from '../ui/page-problems.ts';
import { link, receipt } from './fixture.ts';
import { receiptPage } from './receipt.tsx';

test('gives the reference, the unit and the moment in Viet Nam', () => {
  const html = receiptPage(receipt);
  expect(html).toContain('<strong>7KQD-M3TX</strong>');
  expect(html).toContain('<dd>Xã Bản Bo</dd>');
  expect(html).toContain('<dd>14:40 ngày 06/12/2024</dd>');
  expect(pageProblems(html)).toEqual([]);
  expect(pageProblems(receiptPage({ ...receipt, language: 'en' }))).toEqual([]);
});

test('says so when nothing was submitted, and shows no result', () => {
  const html = receiptPage({ ...receipt, submission: link.submission, scorecard: null });
  expect(html).toContain('Phiếu chưa được nộp');
  expect(html).not.toContain('Mã biên nhận');
  expect(html).not.toContain('sẵn sàng');
});
