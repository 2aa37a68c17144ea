import type { FormDefinition } from '../definition/schema.ts';
import { checksAmong } from './check-catalogue.ts';
import { yesNoChoices } from './question-builders.ts';
import { calendar } from './tam-duong-2024/calendar.ts';
import { objectives } from './tam-duong-2024/objectives.ts';
import { requirements } from './tam-duong-2024/requirements.ts';
import { communeSection, villageSections } from './tam-duong-2024/sections.ts';
import { targets } from './tam-duong-2024/targets.ts';

const sections = [...villageSections, communeSection];

/**
 * Tam Đường district, Lai Châu: "thôn, bản, tổ dân phố, xã, thị trấn không có ma túy", 2024 to 2030. No question hides
 * another: a 0 that is written down is a statement, and the checks between the numbers need both sides.
 */
export const tamDuong2024: FormDefinition = {
  id: 'tam-duong-2024',
  title: {
    vi: 'Xây dựng xã, thị trấn không có ma túy: huyện Tam Đường, 2024',
    en: 'Communes without drugs: Tam Đường district, 2024',
  },
  languages: ['vi', 'en'],
  source: {
    vi: 'Kế hoạch của UBND huyện Tam Đường xây dựng “thôn, bản, tổ dân phố, xã, thị trấn không có ma túy” (thực hiện Kế hoạch số 1246/KH-UBND ngày 09/4/2024 của UBND tỉnh Lai Châu)',
    en: 'Plan of the Tam Đường District People’s Committee for villages, communes and towns without drugs (under Plan 1246/KH-UBND of 9 April 2024 of the Lai Châu Provincial People’s Committee)',
  },
  sections,
  choices: { yes_no: yesNoChoices },
  attributes: [],
  checks: checksAmong(sections),
  calculations: [],
  criteria: [...requirements, ...objectives],
  targets,
  calendar,
};
