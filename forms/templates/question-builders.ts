import type { Question } from '../definition/schema.ts';
import type { Labels } from '../issue.ts';

/** A required whole number from 0 up. */
export function count(name: string, label: Labels, unit: Labels, hint?: Labels): Question {
  return { type: 'integer', name, label, unit, required: true, ...(hint && { hint }) };
}

/**
 * A whole number that the district or province knows: asked of each commune because a criterion of the commune reads it, never
 * required of it.
 */
export function districtCount(name: string, label: Labels, unit: Labels): Question {
  return {
    ...count(name, label, unit, {
      vi: 'Số liệu do cấp huyện, cấp tỉnh thông báo; để trống nếu chưa có.',
      en: 'The district or province makes this figure known; leave it blank until then.',
    }),
    required: false,
  };
}

/** A required yes or no, from the choice list `yes_no`. */
export function yesNo(name: string, label: Labels, hint?: Labels): Question {
  return { type: 'select_one', name, label, choices: 'yes_no', required: true, ...(hint && { hint }) };
}

/** The choice list that every `yesNo` question uses. */
export const yesNoChoices = [
  { name: 'yes', label: { vi: 'Có', en: 'Yes' } },
  { name: 'no', label: { vi: 'Không', en: 'No' } },
];

/**
 * The evidence of what a commune says it has (K13). It stands as `required` and not as a check, because a check is not judged
 * while its question is blank.
 */
export function evidenceWhere(condition: string): Question {
  return {
    type: 'text',
    name: 'models_evidence',
    label: { vi: 'Minh chứng về mô hình, cam kết', en: 'Evidence of models and pledges' },
    hint: {
      vi: 'Số quyết định thành lập, bản cam kết, báo cáo kết quả hoạt động.',
      en: 'The founding decision, the pledge, the report of activities.',
    },
    required: condition,
    required_message: {
      vi: 'Đã khai có mô hình hoặc cam kết thì ghi minh chứng: số quyết định hoặc tên báo cáo.',
      en: 'Where there are models or pledges, give the evidence: a decision number or the name of a report.',
    },
  };
}
