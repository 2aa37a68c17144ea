import type { FormDefinition } from '../definition/schema.ts';
import { checksAmong } from './check-catalogue.ts';
import { yesNoChoices } from './question-builders.ts';
import { checks } from './tra-vinh-2025/checks.ts';
import { classInputs, classification } from './tra-vinh-2025/classification.ts';
import { elapsed } from './tra-vinh-2025/elapsed.ts';
import { calendar, targets } from './tra-vinh-2025/goals.ts';
import { objectives } from './tra-vinh-2025/objectives.ts';
import { requirements } from './tra-vinh-2025/requirements.ts';
import { communeSection, villageSections } from './tra-vinh-2025/sections.ts';

const sections = [...villageSections, communeSection];

/**
 * Trà Vinh province, 2025 (since July 2025 part of Vĩnh Long): recognition by the eight conditions of III.3, and the five
 * classes of the appendix. The two are different things: a commune may be recognised without being of class V.
 */
export const traVinh2025: FormDefinition = {
  id: 'tra-vinh-2025',
  title: {
    vi: 'Xây dựng xã, phường, thị trấn không ma túy: tỉnh Trà Vinh, 2025',
    en: 'Communes, wards and towns without drugs: Trà Vinh province, 2025',
  },
  languages: ['vi', 'en'],
  source: {
    vi: 'Kế hoạch số 16/KH-UBND ngày 17/02/2025 của UBND tỉnh Trà Vinh xây dựng xã, phường, thị trấn không ma túy trên địa bàn tỉnh Trà Vinh năm 2025, kèm Phụ lục tiêu chí phân loại',
    en: 'Plan 16/KH-UBND of 17 February 2025 of the Trà Vinh Provincial People’s Committee for communes, wards and towns without drugs in 2025, with its appendix on classification',
  },
  sections,
  choices: { yes_no: yesNoChoices },
  attributes: [
    {
      name: 'on_key_route',
      type: 'yes_no',
      label: {
        vi: 'Nằm trên tuyến trọng điểm về mua bán, vận chuyển trái phép chất ma túy',
        en: 'On a key route of drug trade and transport',
      },
    },
  ],
  checks: [...checksAmong(sections), ...checks],
  calculations: [...elapsed, ...classInputs],
  criteria: [...requirements, ...objectives],
  classification,
  targets,
  calendar,
};
