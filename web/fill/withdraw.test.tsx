import { expect, test } from 'vitest';
import { pageProblems } from '../ui/page-problems.ts';
import { receipt } from './fixture.ts';
import { receiptPage } from './receipt.tsx';
import { withdrawPage } from './withdraw.tsx';

test('the receipt offers to take a file back only while that is possible', () => {
  expect(receiptPage(receipt)).not.toContain('/rut-lai');
  const html = receiptPage({ ...receipt, canWithdraw: true });
  expect(html).toContain(`href="${receipt.base}/rut-lai"`);
  expect(html).toContain('Rút lại phiếu để sửa');
  expect(pageProblems(html)).toEqual([]);
});

test('taking a file back is asked for once more, with what follows from it', () => {
  const html = withdrawPage({ ...receipt, canWithdraw: true, revision: 7 });
  expect(html).toContain('name=":revision" value="7"');
  expect(html).toContain('Số liệu không được tính vào kết quả của tỉnh');
  expect(pageProblems(html)).toEqual([]);
  expect(pageProblems(withdrawPage({ ...receipt, language: 'en', revision: 7 }))).toEqual([]);
});
