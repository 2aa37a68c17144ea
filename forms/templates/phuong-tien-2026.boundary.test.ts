import { communeWholeRows, everyVillageRows, noneRows, testBoundaries, wholeRows } from './boundary.fixture.ts';
import { phuongTien2026 } from './phuong-tien-2026.ts';

testBoundaries(phuongTien2026, [
  ...noneRows('PT2', ['addicts_new', 'users_new']),
  ...everyVillageRows('PT3', 'comms_done'),
  ...communeWholeRows('PT3', 'orgs_reached', 'orgs_total'),
  ...communeWholeRows('PT3', 'students_reached', 'students_total'),
  // One that is short is not made up for by another that is complete.
  ['PT3', { orgs_total: 10, orgs_reached: 10, students_total: 300, students_reached: 299 }, 'not_met', 1],
  ...wholeRows('PT4', 'use_points_destroyed', 'use_points_detected', 'vacuous'),
  ...wholeRows('PT4', 'plants_area_destroyed_m2', 'plants_area_m2', 'vacuous'),
  [
    'PT4',
    { use_points_detected: 2, use_points_destroyed: 2, plants_area_m2: 5, plants_area_destroyed_m2: 4.5 },
    'not_met',
    0.5,
  ],
  ...wholeRows('PT5', 'users_with_file', 'users_total', 'vacuous'),
  ...wholeRows('PT5', 'addicts_with_file', 'addicts_total', 'vacuous'),
  ...wholeRows('PT5', 'post_rehab_with_file', 'post_rehab_total', 'vacuous'),
  ...wholeRows('PT5', 'psychosis_with_file', 'psychosis_total', 'vacuous'),
  // Two files too many of one group do not stand for two missing of another.
  ['PT5', { users_total: 1, users_with_file: 3, addicts_total: 5, addicts_with_file: 3 }, 'not_met', 2],
  ['PT6', { counsel_eligible: 100, counselled_persons: 89 }, 'not_met', 2],
  ['PT6', { counsel_eligible: 100, counselled_persons: 90 }, 'not_met', 1],
  ['PT6', { counsel_eligible: 100, counselled_persons: 91 }, 'met', 0],
  ['PT6', { counsel_eligible: 9, counselled_persons: 8 }, 'not_met', 1],
  ['PT6', { counsel_eligible: 0, counselled_persons: 0 }, 'met', 'vacuous'],
  ['PT6', [{ counsel_eligible: 10, counselled_persons: 10 }, null], 'undetermined', 'missing_villages'],
  ['PT6', { counsel_eligible: 10, counselled_persons: null }, 'undetermined', 'blank_answers'],
  ...wholeRows('PT7', 'legal_aid_given', 'legal_aid_requests', 'vacuous'),
  ...noneRows('PT8', ['points', 'hotspots', 'at_risk_points', 'gangs', 'plant_incidents', 'production_incidents']),
  ...wholeRows('PT9', 'violators_handled', 'violators_known', 'vacuous'),
  ...communeWholeRows('PT9', 'fugitives_caught', 'fugitives_known'),
  ...noneRows('PT10', ['unmanaged_serious_cases']),
  ...wholeRows('PT11', 'households_committed', 'households_total', 'invalid_zero'),
  ...everyVillageRows('PT11', 'tip_box'),
  ...everyVillageRows('PT11', 'hotline_board'),
  // A missing board decides, whatever is wrong with the households.
  ['PT11', { households_total: 0, households_committed: 0, hotline_board: 'no' }, 'not_met', 1],
  ...communeWholeRows('PT12', 'workers_reached', 'workers_total'),
  ['PT13', { students_total: 300, students_involved: 0 }, 'met', 0],
  ['PT13', { students_total: 300, students_involved: 1 }, 'not_met', 1],
  ['PT13', { students_involved: null }, 'undetermined', 'blank_answers'],
  ...communeWholeRows('PT13', 'schools_model', 'schools_total'),
]);
