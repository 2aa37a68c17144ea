import type { FormDefinition } from '../definition/schema.ts';
import { checksAmong } from './check-catalogue.ts';
import { checks } from './phuong-tien-2026/checks.ts';
import { calendar, targets } from './phuong-tien-2026/goals.ts';
import { objectives } from './phuong-tien-2026/objectives.ts';
import { requirements } from './phuong-tien-2026/requirements.ts';
import { communeSection, villageSections } from './phuong-tien-2026/sections.ts';
import { yesNoChoices } from './question-builders.ts';

const sections = [...villageSections, communeSection];

/**
 * Phượng Tiến commune, Thái Nguyên: without drugs in 2027, targets to 2030. The plan names no conditions of recognition; PT8
 * and PT11, which the province's scheme has among its own, stand as requirements, the rest as objectives.
 */
export const phuongTien2026: FormDefinition = {
  id: 'phuong-tien-2026',
  title: {
    vi: 'Xây dựng xã Phượng Tiến không ma túy, 2026 - 2030',
    en: 'Phượng Tiến, a commune without drugs, 2026 to 2030',
  },
  languages: ['vi', 'en'],
  source: {
    vi: 'Kế hoạch năm 2026 của UBND xã Phượng Tiến thực hiện Đề án số 03/ĐA-TU ngày 05/12/2025 và Nghị quyết số 04-NQ/TU ngày 26/12/2025 về xây dựng tỉnh Thái Nguyên không ma túy',
    en: 'Plan of 2026 of the Phượng Tiến Commune People’s Committee under Scheme 03/ĐA-TU of 5 December 2025 and Resolution 04-NQ/TU of 26 December 2025 on a Thái Nguyên without drugs',
  },
  sections,
  choices: { yes_no: yesNoChoices },
  attributes: [],
  checks: [...checksAmong(sections), ...checks],
  calculations: [],
  criteria: [...requirements, ...objectives],
  targets,
  calendar,
};
