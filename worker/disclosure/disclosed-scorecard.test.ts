import { expect, test } from 'vitest';
import { type CommuneInput, maskScorecard, scoreCommune, templates } from '../../forms/index.ts';
import { quietAnswers } from '../../forms/templates/quiet-answers.fixture.ts';
import { disclosedScorecard, nothingWithheld } from './disclosed-scorecard.ts';

const form = templates['tam-duong-2024']!;
const input: CommuneInput = {
  commune: quietAnswers(form, 'commune'),
  attributes: {},
  villages: [{ id: 'v', answers: { ...quietAnswers(form, 'village'), addicts_total: 3, addicts_with_file: 2 } }],
};
const stored = { document: scoreCommune(form, input), masked: maskScorecard(form, input) };
const criterion = (card: ReturnType<typeof disclosedScorecard>, id: string) =>
  card.criteria.find((one) => one.id === id)!;

test('exact figures carry no mark, masked ones say what stands in their place', () => {
  const exact = disclosedScorecard(stored, { figures: 'exact', withheld: nothingWithheld });
  expect(criterion(exact, 'TD3a')).toMatchObject({ numerator: 2, denominator: 3, shortfall: 1, masked: null });
  const masked = disclosedScorecard(stored, { figures: 'masked', withheld: nothingWithheld });
  expect(criterion(masked, 'TD3a')).toMatchObject({
    ...{ status: 'not_met', numerator: null, denominator: null, shortfall: null },
    masked: { numerator: 'withheld', denominator: '<5', shortfall: 'withheld' },
    explanation: { vi: 'Người nghiện có hồ sơ quản lý: không nêu trên tổng số <5 người; chưa đạt.' },
  });
});

test('a withheld question takes the figures of every criterion that reads it, and the index', () => {
  const card = disclosedScorecard(stored, { figures: 'exact', withheld: new Set(['addicts_total']) });
  expect(card.index).toBeNull();
  expect(card.criteria.filter(({ masked }) => masked?.numerator === 'not_shared').map(({ id }) => id)).toEqual([
    ...['TD3a', 'TD10', 'TD12'],
  ]);
  expect(criterion(card, 'TD3a').explanation.en).toBe(
    'Not met. The province does not share these figures with other systems.',
  );
});

test('of a score that was stored before there were masked ones only the verdicts are told', () => {
  const card = disclosedScorecard({ ...stored, masked: null }, { figures: 'masked', withheld: nothingWithheld });
  expect(card).toMatchObject({ ready: false, index: null, class: null });
  expect(criterion(card, 'TD3a')).toMatchObject({
    status: 'not_met',
    numerator: null,
    masked: { numerator: 'withheld' },
  });
  expect(JSON.stringify(card.criteria)).not.toMatch(/:\d/);
});
