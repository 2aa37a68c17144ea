import { expect, test } from 'vitest';
import { tamDuong2024 } from '../templates/tam-duong-2024.ts';
import type { Answers } from '../value.ts';
import { criterion, scored, village } from './tam-duong.fixture.ts';

/** Each requirement, with one village's answers just at the threshold and just off it. */
const boundaries: { id: string; at: Answers; off: Answers; shortfall: number }[] = [
  { id: 'TD1', at: { hotspots: 0 }, off: { hotspots: 1 }, shortfall: 1 },
  { id: 'TD1', at: { points: 0 }, off: { points: 2, retailers: 1, use_points: 1 }, shortfall: 4 },
  { id: 'TD2', at: { gangs: 0 }, off: { gangs: 1 }, shortfall: 1 },
  { id: 'TD2', at: { offenders_total: 4 }, off: { resident_offenders: 1 }, shortfall: 1 },
  {
    id: 'TD3a',
    at: { addicts_total: 9, addicts_with_file: 9 },
    off: { addicts_total: 9, addicts_with_file: 8 },
    shortfall: 1,
  },
  {
    id: 'TD3b',
    at: { addicts_total: 9, addicts_present: 5, addicts_present_rehab: 5 },
    off: { addicts_total: 9, addicts_present: 5, addicts_present_rehab: 3 },
    shortfall: 2,
  },
  {
    id: 'TD3c',
    at: { post_rehab_total: 3, post_rehab_with_file: 3 },
    off: { post_rehab_total: 3, post_rehab_with_file: 0 },
    shortfall: 3,
  },
  { id: 'TD4', at: { mmt_over12m: 7, mmt_over12m_ok: 7 }, off: { mmt_over12m: 7, mmt_over12m_ok: 6 }, shortfall: 1 },
  {
    id: 'TD5',
    at: { users_total: 8, users_present: 4, users_present_with_file: 4 },
    off: { users_total: 8, users_present: 4, users_present_with_file: 3 },
    shortfall: 1,
  },
  // 99.6 % is not 100 %.
  {
    id: 'TD6a',
    at: { households_total: 250, households_committed: 250 },
    off: { households_total: 250, households_committed: 249 },
    shortfall: 1,
  },
  { id: 'TD6b', at: { hotline_board: 'yes' }, off: { hotline_board: 'no' }, shortfall: 1 },
  { id: 'TD8', at: { plants_area_m2: 0 }, off: { plant_incidents: 1 }, shortfall: 1 },
  { id: 'TD8', at: { plants_count: 0 }, off: { plants_area_m2: 0.5 }, shortfall: 0.5 },
];

test.each(boundaries)('$id is met at its threshold and not met off it ($off)', ({ id, at, off, shortfall }) => {
  expect(criterion(scored([village('a', at), village('b')]), id)).toMatchObject({ status: 'met', shortfall: 0 });
  const card = scored([village('a', off), village('b')]);
  expect(criterion(card, id)).toMatchObject({ status: 'not_met', shortfall });
  expect(card.ready).toBe(false);
});

test.each([
  [0, 'not_met', 1],
  [1, 'met', 0],
  [2, 'met', 0],
])('TD7 with %i models is %s', (models_effective, status, shortfall) => {
  const card = scored([village('a')], { models_effective });
  expect(criterion(card, 'TD7')).toMatchObject({ status, shortfall, numerator: models_effective, denominator: null });
});

test('a commune where all is met and every village has answered is ready', () => {
  const card = scored([village('a'), village('b')]);
  expect(card.criteria.filter(({ requirement }) => requirement)).toHaveLength(11);
  expect(card).toMatchObject({ ready: true, index: 100, class: null, coverage: { expected: 2, answered: 2 } });
});

test('seven conditions of eight are not enough, however high the index', () => {
  const card = scored([village('a')], { models_effective: 0 });
  expect(
    card.criteria.filter(({ requirement, status }) => requirement && status !== 'met').map(({ id }) => id),
  ).toEqual(['TD7']);
  expect(card.ready).toBe(false);
  expect(card.index).toBe(90.9);
});

test('objectives that are not met never block recognition', () => {
  const card = scored([village('a', { tip_box: 'no', no_plant_pledges: 0 })], {
    union_models: 0,
    agencies_with_drugs: 3,
  });
  const missed = card.criteria.filter(({ status }) => status === 'not_met').map(({ id }) => id);
  expect(missed).toEqual(['TD9', 'TD13', 'TD14', 'TD15']);
  expect(card).toMatchObject({ ready: true, index: 100 });
});

test('0 of 0 is met where nothing arose', () => {
  const card = scored([village('a')]);
  for (const id of ['TD3a', 'TD3b', 'TD3c', 'TD4', 'TD5', 'TD10', 'TD12']) {
    expect(criterion(card, id)).toMatchObject({ status: 'met', reason: 'vacuous', numerator: 0, denominator: 0 });
  }
});

test('0 of 0 is an input error where a commune must have some, and decides nothing', () => {
  const card = scored([village('a', { households_total: 0, households_committed: 0 })]);
  expect(criterion(card, 'TD6a')).toMatchObject({ status: 'undetermined', reason: 'invalid_zero', shortfall: null });
  expect(card.ready).toBeNull();
});

test('a commune without expected villages is an input error for what every village must have', () => {
  const card = scored([]);
  expect(criterion(card, 'TD6b')).toMatchObject({ status: 'undetermined', reason: 'invalid_zero' });
  expect(card.ready).toBeNull();
});

test('a missing village leaves open what it could still change, and is not taken as 0', () => {
  const card = scored([village('a'), village('b', null)]);
  expect(card.coverage).toEqual({ expected: 2, answered: 1 });
  expect(card.ready).toBeNull();
  for (const id of ['TD1', 'TD2', 'TD3a', 'TD6a', 'TD6b', 'TD8']) {
    expect(criterion(card, id)).toMatchObject({ status: 'undetermined', reason: 'missing_villages', shortfall: null });
  }
  expect(criterion(card, 'TD7').status).toBe('met');
  expect(criterion(card, 'TD6a')).toMatchObject({
    numerator: null,
    bounds: { numerator: [120, null], denominator: [120, null] },
  });
});

test('one known hotspot already decides, whatever the missing village has', () => {
  const card = scored([village('a', { hotspots: 1 }), village('b', null)]);
  expect(criterion(card, 'TD1')).toMatchObject({
    status: 'not_met',
    numerator: null,
    shortfall: null,
    bounds: { numerator: [1, null] },
  });
  expect(card.ready).toBe(false);
});

test('one village without a board already decides, while another has not answered', () => {
  const card = scored([village('a', { hotline_board: 'no' }), village('b'), village('c', null)]);
  expect(criterion(card, 'TD6b')).toMatchObject({
    status: 'not_met',
    denominator: 3,
    bounds: { numerator: [1, 2], denominator: [3, 3] },
  });
});

test.each([null, ''])('a blank (%j) is unknown, not 0', (hotspots) => {
  expect(criterion(scored([village('a', { hotspots })]), 'TD1')).toMatchObject({
    status: 'undetermined',
    reason: 'blank_answers',
  });
});

test('a question that is missing from the answers is as blank as an empty one', () => {
  const asked = village('a');
  delete asked.answers?.hotspots;
  expect(criterion(scored([asked]), 'TD1').status).toBe('undetermined');
});

test('a blank in the commune leaves its own criterion open even when every village has answered', () => {
  const card = scored([village('a')], { models_effective: null });
  expect(criterion(card, 'TD7')).toMatchObject({ status: 'undetermined', reason: 'blank_answers' });
  expect(card.ready).toBeNull();
});

test.each([-1, 1.5, 'ba', true])('an answer that its question does not take (%j) is unknown', (hotspots) => {
  expect(criterion(scored([village('a', { hotspots })]), 'TD1').status).toBe('undetermined');
});

test('a share is sum over sum, never the mean of the villages’ percentages', () => {
  // 100 % and 50 % would average 75 %; one of 1,001 households is missing.
  const card = scored([
    village('a', { households_total: 999, households_committed: 999, population: 4000 }),
    village('b', { households_total: 2, households_committed: 1 }),
  ]);
  expect(criterion(card, 'TD6a')).toMatchObject({
    numerator: 1000,
    denominator: 1001,
    shortfall: 1,
    status: 'not_met',
  });
  // (10 × 100 + 999) ÷ 1001 ÷ 11, in tenths and rounded down: never a whole 100.
  expect(card.index).toBe(99.9);
});

test('a village that signed more than it has does not make up for one that signed less', () => {
  const card = scored([
    village('a', { households_total: 10, households_committed: 12 }),
    village('b', { households_total: 10, households_committed: 7 }),
  ]);
  expect(criterion(card, 'TD6a').explanation.vi).toBe('Đã ký cam kết 19/20 hộ; thiếu 1 hộ: b 3.');
});

test('the index counts what is undetermined as nothing, and is null while nothing is known', () => {
  expect(
    scored([village('a', null)], { models_effective: null, union_models: null, agencies_with_drugs: null }).index,
  ).toBeNull();
  const half = scored([village('a'), village('b', null)]);
  // Only TD7 is known to be met: 1 of 11.
  expect(half.index).toBe(9);
});

test('scoring the same input twice gives the same scorecard', () => {
  const villages = [village('a', { hotspots: 2 }), village('b', null)];
  expect(scored(villages)).toEqual(scored(villages));
});

test('results stand in the order of the form’s criteria', () => {
  expect(scored([village('a')]).criteria.map(({ id }) => id)).toEqual(tamDuong2024.criteria.map(({ id }) => id));
});
