import { atLeastRows, communeWholeRows, noneRows, testBoundaries, wholeRows } from './boundary.fixture.ts';
import { khoaiChau2024 } from './khoai-chau-2024.ts';

testBoundaries(khoaiChau2024, [
  ...wholeRows('KC1', 'addicts_with_file', 'addicts_total', 'vacuous'),
  ...wholeRows('KC1', 'users_with_file', 'users_total', 'vacuous'),
  ...communeWholeRows('KC2', 'health_fac_qualified', 'health_fac_total'),
  ...wholeRows('KC3', 'post_rehab_with_file', 'post_rehab_total', 'vacuous'),
  // Above 80 %: strict.
  ['KC4', { post_rehab_total: 100, post_rehab_job_supported: 79 }, 'not_met', 2],
  ['KC4', { post_rehab_total: 100, post_rehab_job_supported: 80 }, 'not_met', 1],
  ['KC4', { post_rehab_total: 100, post_rehab_job_supported: 81 }, 'met', 0],
  ['KC4', { post_rehab_total: 7, post_rehab_job_supported: 5 }, 'not_met', 1],
  ['KC4', { post_rehab_total: 0, post_rehab_job_supported: 0 }, 'met', 'vacuous'],
  // 100 % and 75 % would average 87.5 %; of all 42 people it is 76 %.
  [
    'KC4',
    [
      { post_rehab_total: 2, post_rehab_job_supported: 2 },
      { post_rehab_total: 40, post_rehab_job_supported: 30 },
    ],
    'not_met',
    2,
  ],
  ['KC4', [{ post_rehab_total: 10, post_rehab_job_supported: 10 }, null], 'undetermined', 'missing_villages'],
  ['KC4', { post_rehab_total: 10, post_rehab_job_supported: null }, 'undetermined', 'blank_answers'],
  ...atLeastRows('KC5', 'survey_rounds', 1),
  ...noneRows('KC6', ['hotspots_reactivated', 'hotspots_new']),
  // Those that have always been there are neither new nor active again.
  ['KC6', { hotspots: 3, points: 2 }, 'met', 0],
  ...wholeRows('KC7', 'plants_area_destroyed_m2', 'plants_area_m2', 'vacuous'),
  ['KC7', { plants_area_m2: 10.5, plants_area_destroyed_m2: 10.4 }, 'not_met', 0.1],
  // Below the previous round: strict, but 0 stays 0.
  ['KC8', { addicts_with_file: 11 }, 'met', 0, { previous: { addicts_with_file: 12 } }],
  ['KC8', { addicts_with_file: 12 }, 'not_met', 1, { previous: { addicts_with_file: 12 } }],
  ['KC8', { addicts_with_file: 13 }, 'not_met', 2, { previous: { addicts_with_file: 12 } }],
  ['KC8', { addicts_with_file: 0 }, 'met', 0, { previous: { addicts_with_file: 1 } }],
  ['KC8', { addicts_with_file: 0 }, 'met', 'vacuous', { previous: { addicts_with_file: 0 } }],
  ['KC8', { addicts_with_file: 2 }, 'not_met', 2, { previous: { addicts_with_file: 0 } }],
  ['KC8', { addicts_with_file: 5 }, 'undetermined', 'no_earlier_figures'],
  // None left is met whatever there was.
  ['KC8', { addicts_with_file: 0 }, 'met', 0],
  ['KC8', { addicts_with_file: 5 }, 'undetermined', null, { previous: [{ addicts_with_file: 4 }, null] }],
  [
    'KC8',
    [{ addicts_with_file: 5 }, null],
    'not_met',
    null,
    { previous: [{ addicts_with_file: 4 }, { addicts_with_file: 1 }] },
  ],
  [
    'KC8',
    [{ addicts_with_file: 3 }, null],
    'undetermined',
    'missing_villages',
    { previous: [{ addicts_with_file: 4 }, { addicts_with_file: 1 }] },
  ],
  ['KC8', { addicts_with_file: null }, 'undetermined', 'blank_answers', { previous: { addicts_with_file: 4 } }],
  ['KC9', { union_families_with_drugs: 0 }, 'met', 0],
  ['KC9', { union_families_with_drugs: 1 }, 'not_met', 1],
  ['KC9', { union_families_with_drugs: null }, 'undetermined', 'blank_answers'],
  ...atLeastRows('KC10', 'youth_models', 1),
  ['KC11', { drug_class: 'I', commune_pledge: 'yes' }, 'met'],
  ['KC11', { drug_class: 'V', commune_pledge: 'yes' }, 'met'],
  ['KC11', { drug_class: 'V', commune_pledge: 'no' }, 'not_met', null],
  ['KC11', { drug_class: null, commune_pledge: 'no' }, 'not_met', null],
  ['KC11', { drug_class: null, commune_pledge: 'yes' }, 'undetermined', 'blank_answers'],
  ['KC11', { drug_class: 'V', commune_pledge: null }, 'undetermined', 'blank_answers'],
  ...communeWholeRows('KC12', 'fugitives_caught', 'fugitives_known'),
]);
