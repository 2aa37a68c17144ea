import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreCommune } from '../scoring/score-commune.ts';
import type { CommuneInput } from '../scoring/scorecard.ts';
import { quietAnswers } from '../templates/quiet-answers.fixture.ts';
import { templates } from '../templates/templates.ts';
import type { Answers } from '../value.ts';
import { disclosureFacts } from './facts.ts';
import { answerMarks } from './mask-answers.ts';
import { maskScorecard } from './mask-scorecard.ts';
import { termsOf } from './terms.ts';

const isSmall = (number: number | null | undefined) => typeof number === 'number' && number > 0 && number < 5;

describe.each(Object.entries(templates))('%s', { timeout: 60_000 }, (_, form) => {
  const facts = disclosureFacts(form);
  const { scoring, sensitive, numbers } = facts;
  const counts = [...sensitive].filter((name) => numbers.get(name) === 'village');
  const answersOf = (level: 'commune' | 'village', names: string[]) =>
    fc
      .array(fc.oneof(fc.nat(6), fc.nat(40), fc.constant(null)), { minLength: names.length, maxLength: names.length })
      .map(
        (values): Answers => ({
          ...quietAnswers(form, level),
          ...Object.fromEntries(names.map((name, i) => [name, values[i]!])),
        }),
      );
  const villages = fc.array(fc.option(answersOf('village', counts), { freq: 6 }), { minLength: 1, maxLength: 3 });
  const commune = answersOf(
    'commune',
    [...sensitive].filter((name) => numbers.get(name) === 'commune'),
  );
  const round = fc.record({ commune, villages }).map(
    ({ commune, villages }): CommuneInput => ({
      commune,
      attributes: {},
      villages: villages.map((answers, i) => ({ id: `v${i}`, answers })),
    }),
  );
  const input = fc
    .tuple(round, round)
    .map(([now, before]): CommuneInput => ({ ...now, previous: before, baseline: before }));

  test('no number of 1 to 4 of people is published, nor one that is left beside its part', () => {
    fc.assert(
      fc.property(input, (given) => {
        const { criteria } = maskScorecard(form, given);
        for (const { numerator, denominator, shortfall, bounds, questions } of criteria) {
          // A criterion that also reads of homes or models may show those.
          if (questions.length === 0 || !questions.every((name) => sensitive.has(name))) continue;
          const shown = [numerator, denominator, bounds.numerator?.[0], bounds.denominator?.[0]];
          expect(shown.filter(isSmall)).toEqual([]);
          if (denominator === null) expect(isSmall(shortfall)).toBe(false);
          else if (numerator !== null) expect(isSmall(denominator - numerator)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('every verdict is the exact one, and what is not masked is as it is', () => {
    fc.assert(
      fc.property(input, (given) => {
        const [exact, masked] = [scoreCommune(form, given), maskScorecard(form, given)];
        expect([masked.ready, masked.coverage]).toEqual([exact.ready, exact.coverage]);
        masked.criteria.forEach((criterion, i) => {
          const { status, reason, numerator, denominator } = exact.criteria[i]!;
          expect(criterion).toMatchObject({ status, reason });
          if (criterion.numerator !== null) expect(criterion.numerator).toBe(numerator);
          if (criterion.denominator !== null) expect(criterion.denominator).toBe(denominator);
          if (criterion.masked === null) expect(criterion).toMatchObject({ numerator, denominator });
        });
      }),
      { numRuns: 30 },
    );
  });

  test('the class that everybody sees leaves the exact one possible', () => {
    fc.assert(
      fc.property(input, (given) => {
        const [exact, masked] = [scoreCommune(form, given).class, maskScorecard(form, given).class];
        expect(masked === null).toBe(exact === null);
        if (!exact) return;
        expect(masked!.possible).toEqual(expect.arrayContaining(exact.possible));
        if (masked!.determined) expect(masked!.code).toBe(exact.code);
      }),
      { numRuns: 30 },
    );
  });

  test('of a question all villages are shown or none, and none with a count of 1 to 4 or a blank', () => {
    fc.assert(
      fc.property(input, (given) => {
        const marks = answerMarks(form, given);
        for (const name of counts) {
          if (marks.village.has(name)) continue;
          for (const { answers } of given.villages) {
            expect(answers?.[name]).toEqual(expect.any(Number));
            expect(isSmall(answers?.[name] as number)).toBe(false);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('only sums of counts are shown as numbers', () => {
    const names = { villageQuestions: new Set(scoring.village.questions.keys()), calculations: scoring.calculations };
    for (const { measures } of scoring.criteria) {
      for (const { numerator, measure } of measures) {
        if (termsOf(numerator.ast, names)) continue;
        const read = measure.numerator.match(/\$\{(\w+)\}/g)?.map((name) => name.slice(2, -1)) ?? [];
        const hidden = read.filter((name) => sensitive.has(name) && !measure.numerator.startsWith('count('));
        expect(hidden.filter((name) => !facts.withheld.has(name))).toEqual([]);
      }
    }
  });
});
