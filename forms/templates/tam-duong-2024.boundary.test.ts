import { atLeastRows, everyVillageRows, noneRows, testBoundaries, wholeRows } from './boundary.fixture.ts';
import { tamDuong2024 } from './tam-duong-2024.ts';

testBoundaries(tamDuong2024, [
  ...noneRows('TD1', ['hotspots', 'points', 'retailers', 'use_points']),
  ['TD1', { hotspots: 1, points: 2, retailers: 3, use_points: 4 }, 'not_met', 10],
  ...noneRows('TD2', ['resident_offenders', 'gangs']),
  // An offender from elsewhere does not count.
  ['TD2', { offenders_total: 3 }, 'met', 0],
  ...wholeRows('TD3a', 'addicts_with_file', 'addicts_total', 'vacuous'),
  ...wholeRows('TD3b', 'addicts_present_rehab', 'addicts_present', 'vacuous'),
  // Only those present count, not all on the list.
  ['TD3b', { addicts_total: 9, addicts_present: 2, addicts_present_rehab: 2 }, 'met', 0],
  ...wholeRows('TD3c', 'post_rehab_with_file', 'post_rehab_total', 'vacuous'),
  ...wholeRows('TD4', 'mmt_over12m_ok', 'mmt_over12m', 'vacuous'),
  ...wholeRows('TD5', 'users_present_with_file', 'users_present', 'vacuous'),
  ['TD5', { users_total: 9, users_with_file: 0, users_present: 2, users_present_with_file: 2 }, 'met', 0],
  ...wholeRows('TD6a', 'households_committed', 'households_total', 'invalid_zero'),
  // 99.6 % is not 100 %.
  ['TD6a', { households_total: 250, households_committed: 249 }, 'not_met', 1],
  ...everyVillageRows('TD6b', 'hotline_board'),
  ...atLeastRows('TD7', 'models_effective', 1),
  ...noneRows('TD8', ['plant_incidents', 'plants_count', 'plants_area_m2']),
  ['TD8', { plants_area_m2: 0.1 }, 'not_met', 0.1],
  ...everyVillageRows('TD9', 'tip_box'),
  ...wholeRows('TD10', 'addicts_with_file', 'addicts_total', 'vacuous'),
  ...wholeRows('TD10', 'users_with_file', 'users_total', 'vacuous'),
  ['TD11', { list_updated_on: '2025-10-30', as_of: '2025-11-30' }, 'met', 0],
  ['TD11', { list_updated_on: '2025-10-29', as_of: '2025-11-30' }, 'not_met', 1],
  ['TD11', { list_updated_on: '2025-12-01', as_of: '2025-11-30' }, 'met', 0],
  ['TD11', { list_updated_on: null }, 'undetermined', 'blank_answers'],
  ['TD11', { as_of: null }, 'undetermined', 'blank_answers'],
  ['TD11', [{ as_of: '2025-11-30' }, null], 'undetermined', 'missing_villages'],
  ['TD11', [{ as_of: '2025-11-10' }, { as_of: '2025-12-17' }], 'not_met', 1],
  ...wholeRows('TD12', 'addicts_rehab', 'addicts_total', 'vacuous'),
  ...atLeastRows('TD13', 'union_models', 1),
  ...wholeRows('TD14', 'no_plant_pledges', 'households_total', 'invalid_zero'),
  ['TD15', { agencies_with_drugs: 0 }, 'met', 0],
  ['TD15', { agencies_with_drugs: 1 }, 'not_met', 1],
  ['TD15', { agencies_with_drugs: null }, 'undetermined', 'blank_answers'],
  ...atLeastRows('TD16', 'tv_reports', 1),
]);
