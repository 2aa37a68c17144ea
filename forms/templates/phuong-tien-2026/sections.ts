import type { Section } from '../../definition/schema.ts';
import { core } from '../core-questions.ts';
import { evidenceWhere } from '../question-builders.ts';
import { shared } from '../shared-questions.ts';
import { commune, hamlet } from './questions.ts';

/** In the order in which a hamlet goes through its books. */
export const villageSections: Section[] = [
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
      core.addicts_new,
      core.users_total,
      shared.users_with_file,
      shared.users_new,
      core.post_rehab_total,
      core.post_rehab_with_file,
      shared.psychosis_total,
      hamlet.psychosis_with_file,
    ],
  },
  {
    name: 'support',
    level: 'village',
    label: { vi: 'Tư vấn, trợ giúp pháp lý', en: 'Counselling and legal aid' },
    questions: [hamlet.counsel_eligible, hamlet.counselled_persons, hamlet.legal_aid_requests, hamlet.legal_aid_given],
  },
  {
    name: 'crime',
    level: 'village',
    label: { vi: 'Tội phạm, tụ điểm', en: 'Crime and hotspots' },
    questions: [
      core.hotspots,
      core.points,
      hamlet.at_risk_points,
      hamlet.use_points_detected,
      hamlet.use_points_destroyed,
      core.gangs,
      hamlet.production_incidents,
      hamlet.violators_known,
      hamlet.violators_handled,
      shared.unmanaged_serious_cases,
    ],
  },
  {
    name: 'plants',
    level: 'village',
    label: { vi: 'Trồng cây có chứa chất ma túy', en: 'Drug plants' },
    questions: [core.plant_incidents, core.plants_count, core.plants_area_m2, shared.plants_area_destroyed_m2],
  },
  {
    name: 'pledges',
    level: 'village',
    label: { vi: 'Cam kết và truyền thông', en: 'Pledges and communication' },
    questions: [hamlet.comms_done, core.households_committed, shared.tip_box, core.hotline_board],
  },
  {
    name: 'closing',
    level: 'village',
    label: { vi: 'Minh chứng', en: 'Evidence' },
    questions: [shared.evidence, shared.as_of],
  },
];

export const communeSection: Section = {
  name: 'commune',
  level: 'commune',
  label: { vi: 'Số liệu của xã', en: 'The commune itself' },
  questions: [
    shared.orgs_total,
    shared.orgs_reached,
    shared.schools_total,
    commune.schools_model,
    evidenceWhere('${schools_model} > 0'),
    commune.students_total,
    commune.students_reached,
    commune.students_involved,
    commune.workers_total,
    commune.workers_reached,
    shared.fugitives_known,
    shared.fugitives_caught,
  ],
};
