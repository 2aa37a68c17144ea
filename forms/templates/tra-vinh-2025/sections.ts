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
      core.addicts_present,
      core.addicts_present_rehab,
      shared.addicts_rehab,
      hamlet.addicts_counselled,
      core.addicts_new,
      core.users_total,
      shared.users_with_file,
      core.users_present,
      core.users_present_with_file,
      core.post_rehab_total,
      core.post_rehab_with_file,
    ],
  },
  {
    name: 'follow_up',
    level: 'village',
    label: { vi: 'Xét nghiệm, quản lý, tái hòa nhập', en: 'Tests, follow-up and reintegration' },
    questions: [
      hamlet.tests_due,
      hamlet.tests_done,
      hamlet.suspects_grounded,
      hamlet.suspects_tested,
      hamlet.relapse_detected,
      hamlet.relapse_handled,
      hamlet.relapse_offences,
      hamlet.returnees_total,
      hamlet.returnees_supported,
      hamlet.returnees_relapsed,
      hamlet.drug_related_persons,
      hamlet.persons_in_popdb,
    ],
  },
  {
    name: 'crime',
    level: 'village',
    label: { vi: 'Tội phạm, tụ điểm', en: 'Crime and hotspots' },
    questions: [
      core.hotspots,
      core.points,
      core.gangs,
      hamlet.hotspots_detected,
      hamlet.hotspots_cleared,
      core.resident_offenders,
      shared.resident_offences,
      core.offenders_total,
      hamlet.cases_detected,
      hamlet.cases_handled,
      shared.unmanaged_serious_cases,
      hamlet.psychosis_incidents,
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
    questions: [
      core.households_committed,
      hamlet.households_informed,
      core.hotline_board,
      shared.tip_box,
      hamlet.propaganda_teams,
      hamlet.months_with_comms,
    ],
  },
  {
    name: 'closing',
    level: 'village',
    label: { vi: 'Minh chứng', en: 'Evidence' },
    // The months, weeks and quarters that communication is judged against run to this day.
    questions: [shared.evidence, { ...shared.as_of, required: true }],
  },
];

export const communeSection: Section = {
  name: 'commune',
  level: 'commune',
  label: { vi: 'Số liệu của xã, phường, thị trấn', en: 'The commune itself' },
  questions: [
    core.models_effective,
    commune.comms_models,
    commune.reintegration_models,
    evidenceWhere('${models_effective} > 0 or ${comms_models} > 0 or ${reintegration_models} > 0'),
    commune.commune_session_months,
    commune.broadcasts,
    commune.forums,
    shared.orgs_total,
    shared.orgs_reached,
    shared.schools_total,
    commune.schools_reached,
  ],
};
