import { communeWholeRows, everyVillageRows, noneRows, testBoundaries, wholeRows } from './boundary.fixture.ts';
import { langChanh2023 } from './lang-chanh-2023.ts';

const addicts = (...counts: (number | null)[]) => counts.map((addicts_total) => ({ addicts_total }));

testBoundaries(langChanh2023, [
  // LC1: quarters that had none. The others may do as they please.
  ['LC1', addicts(0, 7), 'met', 0, { baseline: addicts(0, 5) }],
  ['LC1', addicts(1, 0), 'not_met', 1, { baseline: addicts(0, 5) }],
  ['LC1', addicts(1, 2, 0), 'not_met', 2, { baseline: addicts(0, 0, 0) }],
  ['LC1', addicts(3, 4), 'met', 0, { baseline: addicts(3, 4) }],
  ['LC1', addicts(1), 'undetermined', 'no_earlier_figures'],
  // None now is right whatever there was.
  ['LC1', addicts(0), 'met', 0],
  ['LC1', [...addicts(0), null], 'undetermined', 'missing_villages', { baseline: addicts(0, 0) }],
  ['LC1', [...addicts(0), null], 'met', 0, { baseline: addicts(0, 3) }],
  ['LC1', [...addicts(1), null], 'not_met', null, { baseline: addicts(0, 0) }],
  ['LC1', addicts(0, null), 'undetermined', 'blank_answers', { baseline: addicts(0, 0) }],
  // A quarter that the baseline does not know.
  ['LC1', addicts(0, 2), 'undetermined', 'no_earlier_figures', { baseline: addicts(0) }],
  ['LC1', [], 'met', 0],
  // LC2: quarters that had some, each by itself: a fall in one does not make up for a rise in another.
  ['LC2', addicts(4, 5), 'met', 0, { baseline: addicts(5, 5) }],
  ['LC2', addicts(5, 5), 'met', 0, { baseline: addicts(5, 5) }],
  ['LC2', addicts(6, 1), 'not_met', 1, { baseline: addicts(5, 5) }],
  ['LC2', addicts(6, 7), 'not_met', 2, { baseline: addicts(5, 5) }],
  ['LC2', addicts(3), 'met', 0, { baseline: addicts(0) }],
  ['LC2', addicts(3), 'undetermined', 'no_earlier_figures'],
  ['LC2', addicts(0), 'met', 0],
  ['LC2', [...addicts(5), null], 'undetermined', 'missing_villages', { baseline: addicts(5, 5) }],
  ['LC2', [...addicts(5), null], 'met', 0, { baseline: addicts(5, 0) }],
  ['LC2', [...addicts(6), null], 'not_met', null, { baseline: addicts(5, 5) }],
  ['LC2', addicts(null), 'undetermined', 'blank_answers', { baseline: addicts(5) }],
  ...noneRows('LC3', ['addicts_new']),
  ...everyVillageRows('LC7', 'village_registered'),
  ...wholeRows('LC7', 'anxh_committed', 'anxh_total', 'vacuous').filter(([, , , more]) => more !== 'vacuous'),
  ['LC7', { anxh_total: 0, anxh_committed: 0 }, 'met', 0],
  ...wholeRows('LC7', 'households_committed', 'households_total', 'invalid_zero'),
  ...wholeRows('LC8', 'addict_families_committed', 'addict_families', 'vacuous'),
  ...communeWholeRows('LC9', 'unions_committed', 'unions_total'),
  // LC10: any count is a count, 0 too; it never adds to the addicts.
  ['LC10', { suspected_addicts: 0 }, 'met', 0],
  ['LC10', { suspected_addicts: 9 }, 'met', 0],
  ['LC10', { suspected_addicts: null }, 'undetermined', 'blank_answers'],
  ['LC10', [{}, null], 'undetermined', 'missing_villages'],
  ['LC10', [], 'undetermined', 'invalid_zero'],
  ['LC1', { addicts_total: 0, suspected_addicts: 9 }, 'met', 0, { baseline: addicts(0) }],
  ['LC3', { suspected_addicts: 9 }, 'met', 0],
  ...wholeRows('LC11', 'sale_points_destroyed', 'sale_points_detected', 'vacuous'),
]);
