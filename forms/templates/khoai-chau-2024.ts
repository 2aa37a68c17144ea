import type { FormDefinition } from '../definition/schema.ts';
import { checksAmong } from './check-catalogue.ts';
import { within } from './checks.ts';
import { core } from './core-questions.ts';
import { calendar, targets } from './khoai-chau-2024/goals.ts';
import { objectives } from './khoai-chau-2024/objectives.ts';
import { drugClasses, own, sections } from './khoai-chau-2024/sections.ts';
import { yesNoChoices } from './question-builders.ts';

/**
 * Khoái Châu district, Hưng Yên: transform communes into places without drugs, 2023 to 2025. The plan sets objectives only;
 * recognition itself follows the province's scheme, which it does not quote.
 */
export const khoaiChau2024: FormDefinition = {
  id: 'khoai-chau-2024',
  title: {
    vi: 'Chuyển hóa, xây dựng xã, thị trấn không có ma túy: huyện Khoái Châu, 2024',
    en: 'Transforming communes into places without drugs: Khoái Châu district, 2024',
  },
  languages: ['vi', 'en'],
  source: {
    vi: 'Kế hoạch ngày 19/02/2024 của UBND huyện Khoái Châu triển khai Đề án “Chuyển hóa, xây dựng xã, phường, thị trấn trên địa bàn huyện Khoái Châu không có ma túy, giai đoạn 2023 - 2025, tầm nhìn đến năm 2030” (thực hiện Quyết định số 2751/QĐ-UBND ngày 25/12/2023 của UBND tỉnh Hưng Yên)',
    en: 'Plan of 19 February 2024 of the Khoái Châu District People’s Committee to transform communes and towns into places without drugs, 2023 to 2025 with a view to 2030 (under Decision 2751/QĐ-UBND of 25 December 2023 of the Hưng Yên Provincial People’s Committee)',
  },
  sections,
  choices: { yes_no: yesNoChoices, drug_class: drugClasses },
  attributes: [],
  checks: [
    ...checksAmong(sections),
    within('K1', own.post_rehab_job_supported, core.post_rehab_total),
    within('K1', own.health_fac_qualified, own.health_fac_total, 'commune'),
  ],
  calculations: [],
  criteria: objectives,
  targets,
  calendar,
};
