import { expect, test } from 'vitest';
import { templates } from '../../forms/index.ts';
import { quietAnswers } from '../../forms/templates/quiet-answers.fixture.ts';
import { completenessOf } from './completeness.ts';
import type { CompletenessRows } from './store.ts';

const form = templates['tam-duong-2024']!;
const now = '2025-12-02T03:00:00.000Z';
const roundId = 'r';

const unit = (unitId: string, communeId = 'c'): CompletenessRows['units'][number] => ({
  ...{ roundId, unitId, communeId, name: unitId, kindLabel: 'bản', code: null, attributes: {}, position: 0 },
  level: unitId === communeId ? 'commune' : 'village',
  addedAt: null,
});

const response = (unitId: string, answers: object, raw = {}): CompletenessRows['responses'][number] => ({
  ...{ roundId, unitId, communeId: 'c', formVersionId: 'f', revision: 1, savedAt: now, linkId: 'l' },
  answers: { ...answers },
  raw,
});

const file = (communeId: string, submittedAt: string | null = null): CompletenessRows['submissions'][number] => ({
  ...{ roundId, communeId, inputsVersion: 1, revision: 1, submittedAt, late: false, returnedAt: null },
  ...{ verifiedAt: null, verifiedBy: null, assignedTo: null, extendedUntil: null, reference: null },
  ...{ reasons: {}, shownFindings: [], updatedAt: now, purgedAt: null },
});

const village = quietAnswers(form, 'village');
const of = (answers: object, raw = {}, period: CompletenessRows['period'] = null) => {
  const units = [unit('c'), unit('v')];
  const rows = { period, units, responses: [response('v', answers, raw)], submissions: [file('c')] };
  return completenessOf(form, rows, now).communes[0]!;
};

test.each([
  ['with everything answered is complete', village, {}, { begun: 1, complete: 1 }],
  ['with one blank is not', { ...village, hotspots: undefined }, {}, { begun: 1, complete: 0 }],
  ['with an error is not', { ...village, households_total: 0 }, {}, { begun: 1, complete: 0 }],
  [
    'with an error among small counts is, which would tell them',
    { ...village, addicts_with_file: 9 },
    {},
    { begun: 1, complete: 1 },
  ],
  ['with a warning is', { ...village, users_total: 700, users_with_file: 700 }, {}, { begun: 1, complete: 1 }],
  [
    'with text that is no number is not',
    { ...village, hotspots: undefined },
    { hotspots: 'vài' },
    { begun: 1, complete: 0 },
  ],
])('a village %s', (_, answers, raw, expected) => {
  const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
  expect(of(given, raw).villages).toEqual({ expected: 1, ...expected });
});

test.each([
  ['inside the round’s period', '2025-11-30', 1],
  ['outside it', '2024-12-31', 0],
])('a village whose figures are of a day %s (%s): %i complete', (_, asOf, complete) => {
  const period = { from: '2025-01-01', to: '2025-11-30' };
  expect(of({ ...village, as_of: asOf }, {}, period).villages.complete).toBe(complete);
});

test('a village that nobody has begun asks its questions all the same, and is not complete', () => {
  const rows = { period: null, units: [unit('c'), unit('v')], responses: [], submissions: [file('c')] };
  const [commune] = completenessOf(form, rows, now).communes;
  expect(commune!.villages).toEqual({ expected: 1, begun: 0, complete: 0 });
  expect(commune!.questions.answered).toBe(0);
  expect(commune!.questions.asked).toBeGreaterThan(Object.keys(village).length);
});

test('communes add up to the province', () => {
  const rows = {
    period: null,
    units: [unit('c'), unit('v'), unit('d', 'd'), unit('w', 'd')],
    responses: [response('v', village)],
    submissions: [file('c', now), file('d')],
  };
  const whole = completenessOf(form, rows, now);
  expect(whole.states).toEqual({ collecting: 1, submitted: 1, returned: 0, verified: 0 });
  expect(whole.villages).toEqual({ expected: 2, begun: 1, complete: 1 });
  const [c, d] = whole.communes;
  expect(whole.questions).toEqual({
    asked: c!.questions.asked + d!.questions.asked,
    answered: c!.questions.answered,
  });
});
