import type { Section } from '../../definition/schema.ts';
import { core } from '../core-questions.ts';
import { shared } from '../shared-questions.ts';
import { quarter, town } from './questions.ts';

export const greenZone = [
  { name: 'green', label: { vi: 'Đã là vùng xanh', en: 'A green zone' } },
  { name: 'not_green', label: { vi: 'Chưa là vùng xanh', en: 'Not yet a green zone' } },
];

/** In the order in which a quarter goes through its books, then the town. */
export const sections: Section[] = [
  {
    name: 'residents',
    level: 'village',
    label: { vi: 'Dân cư', en: 'Residents' },
    questions: [core.population, core.households_total],
  },
  {
    name: 'drug_users',
    level: 'village',
    label: { vi: 'Người nghiện, người nghi nghiện', en: 'Addicts and suspected addicts' },
    questions: [core.addicts_total, core.addicts_new, quarter.suspected_addicts, quarter.compulsory_files],
  },
  {
    name: 'crime',
    level: 'village',
    label: { vi: 'Điểm mua bán ma túy', en: 'Places of drug sale' },
    questions: [quarter.sale_points_detected, quarter.sale_points_destroyed],
  },
  {
    name: 'pledges',
    level: 'village',
    label: { vi: 'Mô hình và cam kết', en: 'The model and the pledges' },
    questions: [
      quarter.model_deployed,
      quarter.village_registered,
      quarter.anxh_total,
      quarter.anxh_committed,
      core.households_committed,
      quarter.addict_families,
      quarter.addict_families_committed,
    ],
  },
  {
    name: 'closing',
    level: 'village',
    label: { vi: 'Minh chứng', en: 'Evidence' },
    questions: [
      {
        ...shared.evidence,
        // K13: as `required`, because a check is not judged while its question is blank.
        required: "${model_deployed} = 'yes' or ${village_registered} = 'yes'",
        required_message: {
          vi: 'Đã khai có mô hình hoặc cam kết thì ghi minh chứng: tên bản cam kết, biên bản.',
          en: 'Where there is a model or a pledge, give the evidence: the name of the pledge or the minutes.',
        },
      },
      shared.as_of,
    ],
  },
  {
    name: 'commune',
    level: 'commune',
    label: { vi: 'Số liệu của thị trấn', en: 'The town itself' },
    questions: [
      town.unions_total,
      town.unions_committed,
      {
        type: 'select_one',
        name: 'green_zone',
        label: { vi: 'Vùng xanh về tình hình tội phạm và tệ nạn ma túy', en: 'Green zone for drug crime and drug use' },
        hint: {
          vi: 'Theo kết quả do cấp trên công bố; khác với công nhận không ma túy.',
          en: 'As the level above made known; not the same as recognition as free of drugs.',
        },
        choices: 'green_zone',
        required: true,
      },
    ],
  },
];
