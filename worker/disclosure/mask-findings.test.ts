import { expect, test } from 'vitest';
import { templates } from '../../forms/index.ts';
import { maskFindings } from './mask-findings.ts';

const form = templates['tam-duong-2024']!;
const finding = (rule: string, question: string | null, vi: string) => ({
  ...{ key: `v1:${rule}:${question}`, unitId: 'v1', unitName: 'Bản Nà Khuy', section: 'drug_users', question },
  message: { vi, en: vi },
});

test('a finding keeps its words and loses the counts that it quotes', () => {
  const { errors, confirmations } = maskFindings(form, {
    errors: [
      finding('K1.addicts_with_file', 'addicts_total', 'Số người nghiện có hồ sơ (3) lớn hơn số người nghiện (2).'),
      finding('K4', 'households_total', 'Tổng số hộ (300) phải từ 1 trở lên và không quá dân số (200).'),
      finding('not_a_number', 'addicts_total', '“3 người” không phải là số.'),
    ],
    confirmations: [
      finding('changed', 'addicts_total', 'Người nghiện: 2 → 3.'),
      finding('blank', null, 'Còn 2 câu chưa trả lời.'),
    ],
  });
  expect(errors.map(({ message }) => message.vi)).toEqual([
    'Số người nghiện có hồ sơ (…) lớn hơn số người nghiện (…). Kiểm tra lại hai số này.',
    'Tổng số hộ (300) phải từ 1 trở lên và không quá dân số (200).',
    'Cần kiểm tra lại câu này.',
  ]);
  expect(confirmations.map(({ message }) => message.vi)).toEqual([
    'Có số thay đổi trên 50% so với kỳ trước.',
    'Còn 2 câu chưa trả lời.',
  ]);
});
