import {
  atLeastRows,
  communeWholeRows,
  everyVillageRows,
  noneRows,
  type Row,
  testBoundaries,
  wholeRows,
} from './boundary.fixture.ts';
import { traVinh2025 } from './tra-vinh-2025.ts';

/** Where other parts of the criterion are met as well, 0 of 0 is met without being the whole of it. */
function amongOthers(rows: Row[]): Row[] {
  return rows.map(([id, given, status, more]) => [id, given, status, more === 'vacuous' ? 0 : more]);
}

const baseline = { addicts_total: 5, users_total: 3 };

testBoundaries(traVinh2025, [
  ...noneRows('TVR1', ['hotspots', 'points', 'gangs', 'resident_offences']),
  ['TVR1', { hotspots: 1, points: 1, resident_offences: 4 }, 'not_met', 2],
  ...wholeRows('TVR2a', 'addicts_with_file', 'addicts_total', 'vacuous').map(alsoInRehab),
  ...wholeRows('TVR2a', 'addicts_rehab', 'addicts_total', 'vacuous').map(alsoOnFile),
  // All addicts, not only those present.
  [
    'TVR2a',
    { addicts_total: 4, addicts_with_file: 4, addicts_present: 1, addicts_present_rehab: 1, addicts_rehab: 3 },
    'not_met',
    1,
  ],
  ...wholeRows('TVR2b', 'users_with_file', 'users_total', 'vacuous'),
  ...wholeRows('TVR2b', 'post_rehab_with_file', 'post_rehab_total', 'vacuous'),
  ...wholeRows('TVR2c', 'tests_done', 'tests_due', 'vacuous'),
  ...wholeRows('TVR3', 'households_committed', 'households_total', 'invalid_zero'),
  ...everyVillageRows('TVR3', 'hotline_board'),
  ['TVR4', { addicts_total: 4, users_total: 3 }, 'met', 0, { baseline }],
  ['TVR4', { addicts_total: 5, users_total: 3 }, 'met', 0, { baseline }],
  ['TVR4', { addicts_total: 6, users_total: 0 }, 'not_met', 1, { baseline }],
  ['TVR4', { addicts_total: 0, users_total: 5 }, 'not_met', 2, { baseline }],
  ['TVR4', { addicts_total: 0, users_total: 0 }, 'met', 'vacuous', { baseline: { addicts_total: 0, users_total: 0 } }],
  ['TVR4', { addicts_total: 1, users_total: 0 }, 'not_met', 1, { baseline: { addicts_total: 0, users_total: 0 } }],
  ['TVR4', { addicts_total: 1, users_total: 0 }, 'undetermined', 'no_earlier_figures'],
  ['TVR4', { addicts_total: 0, users_total: 0 }, 'met', 0],
  ['TVR4', [{ addicts_total: 2 }, null], 'undetermined', 'missing_villages', { baseline: [baseline, baseline] }],
  ['TVR4', [{ addicts_total: 11 }, null], 'not_met', null, { baseline: [baseline, baseline] }],
  ['TVR4', { addicts_total: 5, users_total: null }, 'undetermined', 'blank_answers', { baseline }],
  // The commune as a whole: a fall in one hamlet makes up for a rise in another.
  [
    'TVR4',
    [{ addicts_total: 6 }, { addicts_total: 1 }],
    'met',
    0,
    { baseline: [{ addicts_total: 4 }, { addicts_total: 3 }] },
  ],
  ...amongOthers(wholeRows('TVR5', 'relapse_handled', 'relapse_detected', 'vacuous')),
  ...noneRows('TVR5', ['relapse_offences']),
  ...noneRows('TVR6', ['unmanaged_serious_cases', 'psychosis_incidents']),
  ...wholeRows('TVR7', 'suspects_tested', 'suspects_grounded', 'vacuous'),
  ...atLeastRows('TVR8', 'models_effective', 1),
  ...communeWholeRows('TV2', 'orgs_reached', 'orgs_total'),
  // 11 whole months had passed by 30 November, 10 by the 29th.
  ['TV3', { as_of: '2025-11-30', months_with_comms: 11 }, 'met', 0],
  ['TV3', { as_of: '2025-11-30', months_with_comms: 10 }, 'not_met', 1],
  ['TV3', { as_of: '2025-11-29', months_with_comms: 10 }, 'met', 0],
  ['TV3', [{ months_with_comms: 12 }, { months_with_comms: 10 }], 'not_met', 1],
  ['TV3', { commune_session_months: 10 }, 'not_met', 1],
  ['TV3', { as_of: '2025-11-29', commune_session_months: 10 }, 'met', 0],
  ['TV3', { comms_models: 0 }, 'not_met', 1],
  ['TV3', { comms_models: 2 }, 'met', 0],
  // Nothing is due in January.
  ['TV3', { as_of: '2025-01-30', months_with_comms: 0, commune_session_months: 0 }, 'met', 0],
  ['TV3', { as_of: null }, 'undetermined', 'blank_answers'],
  ['TV3', [{}, null], 'undetermined', 'missing_villages'],
  ['TV3', [{ months_with_comms: 3 }, null], 'not_met', null],
  ['TV3', [], 'undetermined', 'invalid_zero'],
  ...communeWholeRows('TV4', 'schools_reached', 'schools_total'),
  ...amongOthers(wholeRows('TV5', 'addicts_with_file', 'addicts_total', 'vacuous')),
  ...amongOthers(wholeRows('TV5', 'addicts_present_rehab', 'addicts_present', 'vacuous')),
  ...amongOthers(wholeRows('TV5', 'post_rehab_with_file', 'post_rehab_total', 'vacuous')),
  ...noneRows('TV5', ['addicts_new']),
  ...wholeRows('TV6', 'users_present_with_file', 'users_present', 'vacuous'),
  ...wholeRows('TV7', 'households_committed', 'households_total', 'invalid_zero'),
  ...everyVillageRows('TV7', 'tip_box'),
  ...everyVillageRows('TV7', 'hotline_board'),
  ...wholeRows('TV8', 'addicts_counselled', 'addicts_total', 'vacuous'),
  ...amongOthers(wholeRows('TV9', 'returnees_supported', 'returnees_total', 'vacuous')),
  ...noneRows('TV9', ['returnees_relapsed']),
  ...atLeastRows('TV9', 'reintegration_models', 1),
  ...wholeRows('TV10', 'persons_in_popdb', 'drug_related_persons', 'vacuous'),
  ...wholeRows('TV11', 'hotspots_cleared', 'hotspots_detected', 'vacuous'),
  ...noneRows('TV12', ['plant_incidents', 'plants_count']),
  // Planted is not met however much of it was destroyed.
  ['TV12', { plants_area_m2: 2, plants_area_destroyed_m2: 2 }, 'not_met', 2],
  ['TV12', { plants_area_m2: 0.5, plants_area_destroyed_m2: 0 }, 'not_met', 0.5],
  ['TV13', { propaganda_teams: 1 }, 'met', 0],
  ['TV13', [{ propaganda_teams: 2 }, { propaganda_teams: 0 }], 'not_met', 1],
  // 334 days are 47 whole weeks, 3 whole quarters.
  ['TV13', { broadcasts: 47 }, 'met', 0],
  ['TV13', { broadcasts: 46 }, 'not_met', 1],
  ['TV13', { forums: 2 }, 'not_met', 1],
  ['TV13', { as_of: '2025-12-30', broadcasts: 52, forums: 3 }, 'met', 0],
  ['TV13', { as_of: '2025-12-31', broadcasts: 52, forums: 3 }, 'not_met', 1],
  ['TV13', { as_of: '2026-02-01', broadcasts: 52, forums: 4 }, 'met', 0],
  ['TV13', { as_of: '2024-12-01', broadcasts: 0, forums: 0 }, 'met', 0],
  ...wholeRows('TV13', 'households_informed', 'households_total', 'invalid_zero'),
  ['TV13', { forums: null }, 'undetermined', 'blank_answers'],
  ...wholeRows('TV14', 'cases_handled', 'cases_detected', 'vacuous'),
]);

/** TVR2a has two halves; a row of one leaves the other met. */
function alsoInRehab(row: Row): Row {
  return withHalf(row, 'addicts_rehab');
}

function alsoOnFile(row: Row): Row {
  return withHalf(row, 'addicts_with_file');
}

function withHalf([id, given, status, more]: Row, other: string): Row {
  const whole = (one: Exclude<typeof given, unknown[]>) => ({ ...one, [other]: one.addicts_total ?? 10 });
  return [id, Array.isArray(given) ? given.map((one) => one && whole(one)) : whole(given), status, more];
}
