import { atLeastRows, everyVillageRows, noneRows, testBoundaries, wholeRows } from './boundary.fixture.ts';
import { nationalCore } from './national-core.ts';

testBoundaries(nationalCore, [
  ...noneRows('NC1', ['hotspots', 'points', 'gangs']),
  ...noneRows('NC2', ['resident_offenders']),
  ...wholeRows('NC3', 'addicts_with_file', 'addicts_total', 'vacuous'),
  ...wholeRows('NC4', 'addicts_present_rehab', 'addicts_present', 'vacuous'),
  ...wholeRows('NC5', 'users_present_with_file', 'users_present', 'vacuous'),
  ...wholeRows('NC6', 'post_rehab_with_file', 'post_rehab_total', 'vacuous'),
  ...wholeRows('NC7', 'households_committed', 'households_total', 'invalid_zero'),
  ...everyVillageRows('NC8', 'hotline_board'),
  ...atLeastRows('NC9', 'models_effective', 1),
  ...noneRows('NC10', ['use_points', 'retailers']),
  ...noneRows('NC11', ['plant_incidents', 'plants_count', 'plants_area_m2']),
  ...noneRows('NC12', ['addicts_new']),
]);
