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
