import type { FormDefinition, Question } from '../../../forms/index.ts';
import { link } from '../fixture.ts';
import type { PrintUnit, PrintView } from './view.ts';

const question = (type: Question['type'], name: string, vi: string, en: string, more: Partial<Question> = {}) => ({
  type,
  name,
  label: { vi, en },
  ...more,
});

/** A form with everything that paper has to show: every type, hints, conditions, a part that is asked of some. */
export const definition: FormDefinition = {
  id: 'paper',
  title: { vi: 'Phiếu rà soát', en: 'Review form' },
  languages: ['vi', 'en'],
  source: { vi: 'Kế hoạch số 1', en: 'Plan 1' },
  sections: [
    {
      name: 'whole',
      level: 'commune',
      label: { vi: 'Toàn xã', en: 'Whole commune' },
      questions: [question('integer', 'models', 'Mô hình', 'Models', { unit: { vi: 'mô hình', en: 'models' } })],
    },
    {
      name: 'people',
      level: 'village',
      label: { vi: 'Con người', en: 'People' },
      questions: [
        question('note', 'intro', 'Hỏi trưởng thôn.', 'Ask the village head.'),
        question('integer', 'addicts', 'Người nghiện', 'Addicts', {
          unit: { vi: 'người', en: 'people' },
          hint: { vi: 'Có kết luận của y tế.', en: 'As medically established.' },
          guidance_hint: { vi: 'Lấy theo sổ quản lý.', en: 'From the register.' },
        }),
        question('integer', 'on_file', 'Có hồ sơ', 'On file', { relevant: '${addicts} > 0' }),
        question('calculate', 'double', 'Tính', 'Computed', { calculation: '${addicts} * 2' }),
        question('select_one', 'board', 'Có bảng số điện thoại', 'Has a board', { choices: 'yes_no' }),
        question('select_multiple', 'why_not', 'Lý do chưa có', 'Why there is none', {
          choices: 'reasons',
          relevant: "${board} = 'no'",
        }),
      ],
    },
    {
      name: 'plan',
      level: 'village',
      label: { vi: 'Kế hoạch', en: 'Plan' },
      relevant: "${board} = 'no' or ${addicts} > 0",
      questions: [
        question('text', 'steps', 'Các bước', 'Steps', { appearance: 'multiline' }),
        question('date', 'by', 'Xong trước ngày', 'Done by'),
        question('range', 'trust', 'Mức tin tưởng', 'Trust', { parameters: { start: '1', end: '5', step: '1' } }),
        question('acknowledge', 'read', 'Quy định', 'Rules'),
        question('integer', 'odd', 'Số lẻ', 'Odd', { relevant: '${addicts} mod 2 = 1' }),
      ],
    },
  ],
  choices: {
    yes_no: [
      { name: 'yes', label: { vi: 'Có', en: 'Yes' } },
      { name: 'no', label: { vi: 'Không', en: 'No' } },
    ],
    reasons: [
      { name: 'cost', label: { vi: 'Thiếu kinh phí', en: 'No money' } },
      { name: 'place', label: { vi: 'Chưa có chỗ', en: 'No place' } },
    ],
  },
  attributes: [],
  checks: [],
  calculations: [],
  criteria: [],
  targets: [],
};

export const commune: PrintUnit = {
  id: 'c',
  name: 'Bản Bo',
  kindLabel: 'xã',
  level: 'commune',
  answers: { models: 1200 },
  raw: {},
  relevant: new Set(['models']),
  choices: {},
};

/** One addict, a board: the reasons are not asked, the plan is. */
export const village: PrintUnit = {
  id: 'v',
  name: 'Nà Can',
  kindLabel: 'bản',
  level: 'village',
  answers: { addicts: 1, board: 'yes', steps: 'Họp bản\nLập tổ', by: '2024-12-31' },
  raw: { trust: 'nhiều' },
  relevant: new Set(['intro', 'addicts', 'on_file', 'board', 'steps', 'by', 'trust', 'read', 'odd']),
  choices: {},
};

export const paper: PrintView = {
  ...link,
  form: { title: 'Phiếu rà soát' },
  definition,
  units: [commune, village],
  filled: true,
};

/** The same form before anything is written on it. */
export const blankPaper: PrintView = {
  ...paper,
  filled: false,
  units: paper.units.map((unit) => ({ ...unit, answers: {}, raw: {} })),
};
