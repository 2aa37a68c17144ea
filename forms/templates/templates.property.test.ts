import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measuresOf } from '../definition/measures-of.ts';
import type { FormDefinition, Level, Question } from '../definition/schema.ts';
import { scoreCommune } from '../scoring/score-commune.ts';
import type { CommuneInput } from '../scoring/scorecard.ts';
import type { Answers, Value } from '../value.ts';
import { templates } from './templates.ts';

const runs = { numRuns: 60 };

describe.each(Object.values(templates))('$id', (template) => {
  test('what arrives later settles verdicts and the class, and never unsettles one', () => {
    fc.assert(
      fc.property(inputOf(template), fc.infiniteStream(fc.nat({ max: 3 })), (late, dice) => {
        const early = scoreCommune(
          template,
          withGaps(late, () => dice.next().value === 0),
        );
        const settled = scoreCommune(template, late);
        for (const [i, { id, status }] of early.criteria.entries()) {
          if (status !== 'undetermined') expect([id, settled.criteria[i]?.status]).toEqual([id, status]);
        }
        if (early.ready !== null) expect(settled.ready).toBe(early.ready);
        if (early.class?.determined) expect(settled.class).toMatchObject({ code: early.class.code, determined: true });
        for (const code of settled.class?.possible ?? []) expect(early.class?.possible).toContain(code);
      }),
      runs,
    );
  });

  test('with every answer in, nothing is undetermined but an input error', () => {
    fc.assert(
      fc.property(inputOf(template), (input) => {
        for (const { id, status, reason } of scoreCommune(template, input).criteria) {
          if (status === 'undetermined') expect([id, reason]).toEqual([id, 'invalid_zero']);
        }
      }),
      runs,
    );
  });

  test('the order of the villages changes nothing', () => {
    fc.assert(
      fc.property(inputOf(template), fc.infiniteStream(fc.nat()), (input, dice) => {
        const turned = (round: CommuneInput): CommuneInput => ({ ...round, villages: shuffled(round.villages, dice) });
        expect(scoreCommune(template, { ...turned(input), ...earlier(input, turned) })).toEqual(
          scoreCommune(template, input),
        );
      }),
      runs,
    );
  });

  test('every count times the same number leaves shares, changes and absences as they are', () => {
    const scalable = template.criteria.filter(isScalable).map(({ id }) => id);
    expect(scalable).not.toEqual([]);
    fc.assert(
      fc.property(inputOf(template), fc.integer({ min: 2, max: 9 }), (input, times) => {
        const scaled = (round: CommuneInput): CommuneInput => ({
          ...round,
          commune: multiplied(round.commune, times),
          villages: round.villages.map((village) => ({
            ...village,
            answers: village.answers && multiplied(village.answers, times),
          })),
        });
        const statuses = (one: CommuneInput) =>
          scoreCommune(template, one)
            .criteria.filter(({ id }) => scalable.includes(id))
            .map(({ id, status }) => [id, status]);
        expect(statuses({ ...scaled(input), ...earlier(input, scaled) })).toEqual(statuses(input));
      }),
      runs,
    );
  });
});

/** Full answers to a round of one to four villages, with a previous round and a baseline of the same villages. */
function inputOf(template: FormDefinition): fc.Arbitrary<CommuneInput> {
  const village = answersOf(template, 'village');
  const round = (count: number) =>
    fc.record({
      commune: answersOf(template, 'commune'),
      attributes: fc.record({ on_key_route: fc.constantFrom('yes', 'no') }),
      villages: fc
        .array(village, { minLength: count, maxLength: count })
        .map((all) => all.map((answers, i) => ({ id: `v${i}`, name: `Thôn ${i}`, answers }))),
    });
  return fc
    .integer({ min: 1, max: 4 })
    .chain((count) => fc.record({ now: round(count), previous: round(count), baseline: round(count) }))
    .map(({ now, previous, baseline }) => ({ ...now, previous, baseline }));
}

function answersOf({ sections, choices }: FormDefinition, level: Level): fc.Arbitrary<Answers> {
  const questions = sections.filter((section) => section.level === level).flatMap((section) => section.questions);
  return fc.record(Object.fromEntries(questions.map((question) => [question.name, answerTo(question, choices)])));
}

function answerTo({ type, choices = '' }: Question, lists: FormDefinition['choices']): fc.Arbitrary<Value> {
  // Often equal and often 0, which random numbers seldom are; none over 12, the most that a question of months takes.
  if (type === 'integer') return fc.constantFrom(0, 0, 1, 2, 5, 12);
  if (type === 'decimal') return fc.constantFrom(0, 0, 0.1, 0.2, 1000);
  if (type === 'select_one') return fc.constantFrom(...(lists[choices] ?? []).map(({ name }) => name));
  return type === 'date' ? fc.constantFrom('2025-03-31', '2025-06-30', '2025-11-29') : fc.constant('Biên bản');
}

/** The input as it stood before some answers, villages and rounds were there. */
function withGaps(input: CommuneInput, isMissing: () => boolean): CommuneInput {
  const blanked = (answers: Answers | null) =>
    answers && Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, isMissing() ? null : value]));
  const early = (round: CommuneInput): CommuneInput => ({
    commune: isMissing() ? (blanked(round.commune) ?? {}) : round.commune,
    attributes: isMissing() ? {} : round.attributes,
    villages: round.villages.map((village) => ({
      ...village,
      answers: isMissing() ? null : isMissing() ? blanked(village.answers) : village.answers,
    })),
  });
  const { previous, baseline } = earlier(input, early);
  return {
    ...early(input),
    ...(previous && !isMissing() && { previous }),
    ...(baseline && !isMissing() && { baseline }),
  };
}

function earlier(
  { previous, baseline }: CommuneInput,
  change: (round: CommuneInput) => CommuneInput,
): Pick<CommuneInput, 'previous' | 'baseline'> {
  return { ...(previous && { previous: change(previous) }), ...(baseline && { baseline: change(baseline) }) };
}

function shuffled<T>(all: T[], dice: fc.Stream<number>): T[] {
  return all
    .map((item) => ({ item, at: dice.next().value }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** Sums of village questions against one another, against an earlier round or against 0. */
function isScalable(criterion: FormDefinition['criteria'][number]): boolean {
  const isSum = (source: string) => /^(sum\(\$\{\w+\}\)|\w+\(sum\(\$\{\w+\}\)\))( \+ sum\(\$\{\w+\}\))*$/.test(source);
  const measures = measuresOf(criterion);
  return (
    measures.length > 0 &&
    measures.every(({ measure: { numerator, denominator, target } }) =>
      denominator === undefined ? target === 0 && isSum(numerator) : isSum(numerator) && isSum(denominator),
    )
  );
}

/** In hundredths, so that decimals stay decimals of few digits. */
function multiplied(answers: Answers, times: number): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [
      name,
      typeof value === 'number' ? Math.round(value * 100 * times) / 100 : value,
    ]),
  );
}
