import type { Section } from '../../definition/schema.ts';
import { core } from '../core-questions.ts';
import { evidenceWhere } from '../question-builders.ts';

/** In the order in which a village goes through its books, then the commune. */
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
    label: { vi: 'Người nghiện, người sử dụng, người sau cai', en: 'Addicts, users, post-rehabilitation people' },
    questions: [
      core.addicts_total,
      core.addicts_with_file,
      core.addicts_present,
      core.addicts_present_rehab,
      core.addicts_new,
      core.users_total,
      core.users_present,
      core.users_present_with_file,
      core.post_rehab_total,
      core.post_rehab_with_file,
    ],
  },
  {
    name: 'crime',
    level: 'village',
    label: { vi: 'Tội phạm, tụ điểm', en: 'Crime and hotspots' },
    questions: [
      core.hotspots,
      core.points,
      core.use_points,
      core.retailers,
      core.gangs,
      core.resident_offenders,
      core.offenders_total,
    ],
  },
  {
    name: 'plants',
    level: 'village',
    label: { vi: 'Trồng cây có chứa chất ma túy', en: 'Drug plants' },
    questions: [core.plant_incidents, core.plants_count, core.plants_area_m2],
  },
  {
    name: 'pledges',
    level: 'village',
    label: { vi: 'Cam kết và truyền thông', en: 'Pledges and communication' },
    questions: [core.households_committed, core.hotline_board],
  },
  {
    name: 'commune',
    level: 'commune',
    label: { vi: 'Số liệu của xã', en: 'The commune itself' },
    questions: [core.models_effective, evidenceWhere('${models_effective} > 0')],
  },
];
