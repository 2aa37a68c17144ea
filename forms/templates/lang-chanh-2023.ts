import type { FormDefinition } from '../definition/schema.ts';
import { checksAmong } from './check-catalogue.ts';
import { checks } from './lang-chanh-2023/checks.ts';
import { calendar, targets } from './lang-chanh-2023/goals.ts';
import { objectives } from './lang-chanh-2023/objectives.ts';
import { greenZone, sections } from './lang-chanh-2023/sections.ts';
import { yesNoChoices } from './question-builders.ts';

/**
 * Lang Chánh town, Thanh Hóa: the model "Khu phố tự quản - phòng, chống ma túy", 2023. All are objectives, some judged quarter
 * by quarter against the baseline. A "vùng xanh" is the province's own label; it is neither recognition nor a class.
 */
export const langChanh2023: FormDefinition = {
  id: 'lang-chanh-2023',
  title: {
    vi: 'Khu phố tự quản - phòng, chống ma túy: thị trấn Lang Chánh, 2023',
    en: 'Self-governing quarters against drugs: Lang Chánh town, 2023',
  },
  languages: ['vi', 'en'],
  source: {
    vi: 'Kế hoạch năm 2023 của UBND thị trấn Lang Chánh xây dựng mô hình “Khu phố tự quản - phòng, chống ma túy” (thực hiện Nghị quyết số 14-NQ/HU ngày 18/05/2023 của Ban Thường vụ Huyện ủy)',
    en: 'Plan of 2023 of the Lang Chánh Town People’s Committee for self-governing quarters against drugs (under Resolution 14-NQ/HU of 18 May 2023 of the District Party Committee)',
  },
  sections,
  choices: { yes_no: yesNoChoices, green_zone: greenZone },
  attributes: [],
  checks: [...checksAmong(sections), ...checks],
  calculations: [],
  criteria: objectives,
  targets,
  calendar,
};
