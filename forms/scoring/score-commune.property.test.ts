import fc from 'fast-check';
import { expect, test } from 'vitest';
import { traVinh2025 } from '../templates/tra-vinh-2025.ts';
import type { Answers } from '../value.ts';
import { scoreCommune } from './score-commune.ts';
import type { CommuneInput, Scorecard } from './scorecard.ts';
import { share, smallForm } from './small-form.fixture.ts';

/** Every way in which something unknown reaches a verdict: blanks, relevance, calculations, shares with 0 of 0, k of n. */
const form = smallForm(
  [
    { measure: share('=', 1, 'met') },
    { measure: share('>', 0.8, 'met') },
    { measure: share('<=', 0.5, 'invalid') },
    { measure: { numerator: 'sum(${detail})', comparison: '=', target: 0 } },
    { measure: { numerator: 'sum(${gap})', comparison: '>=', target: 1 } },
    { measure: { numerator: 'count-if(${sign} = 1)', denominator: 'count-villages()', comparison: '=', target: 1 } },
    { test: 'all(${detail} <= ${part})' },
    { test: 'any(${gap} < 0) or max(${total}) > 2', requirement: false },
    { test: 'checklist(2, 3, sum(${part}) > 2, sum(${detail}) > 1, sum(${gap}) = 0)', requirement: false },
    { applicable: 'sum(${total}) > 1', test: 'min(${part}) = 0' },
  ],
  [
    { name: 'detail', relevant: '${part} > 0 or ${total} = 1' },
    { name: 'gap', type: 'calculate', calculation: '${total} - coalesce(${detail}, 0)' },
    { name: 'sign', type: 'integer', relevant: '${gap} >= 0', parameters: { max: '2' } },
  ],
);

const small = fc.integer({ min: 0, max: 3 });
const answers = fc.record({ part: small, total: small, detail: small, sign: fc.integer({ min: 0, max: 2 }) });

/** Full answers, and which of them are not there yet: a whole village, or some of its questions. */
const village = fc.record({
  full: answers,
  missing: fc.boolean(),
  blank: fc.subarray(['part', 'total', 'detail', 'sign'], { maxLength: 2 }),
});

function scored(villages: (Answers | null)[]): Scorecard {
  const input: CommuneInput = {
    commune: {},
    attributes: {},
    villages: villages.map((each, i) => ({ id: `v${i}`, name: `Thôn ${i}`, answers: each })),
  };
  return scoreCommune(form, input);
}

test('what arrives later settles verdicts and never unsettles one', () => {
  fc.assert(
    fc.property(fc.array(village, { minLength: 1, maxLength: 4 }), (villages) => {
      const early = scored(
        villages.map(({ full, missing, blank }) =>
          missing ? null : { ...full, ...Object.fromEntries(blank.map((name) => [name, null])) },
        ),
      );
      const late = scored(villages.map(({ full }) => full));
      for (const [i, { status, bounds }] of early.criteria.entries()) {
        const settled = late.criteria[i]!;
        if (status !== 'undetermined') expect(settled.status).toBe(status);
        const [low, high] = bounds.numerator ?? [-Infinity, null];
        if (settled.numerator !== null) {
          expect(settled.numerator).toBeGreaterThanOrEqual(low);
          expect(settled.numerator).toBeLessThanOrEqual(high ?? Infinity);
        }
      }
      if (early.ready !== null) expect(late.ready).toBe(early.ready);
    }),
    { numRuns: 300 },
  );
});

test('once every answer is in, nothing is undetermined but an input error', () => {
  fc.assert(
    fc.property(fc.array(answers, { minLength: 1, maxLength: 4 }), (villages) => {
      for (const { status, reason } of scored(villages).criteria) {
        if (status === 'undetermined') expect(reason).toBe('invalid_zero');
      }
    }),
    { numRuns: 150 },
  );
});

test('the order of the villages changes nothing', () => {
  const inOrder = fc.array(village, { minLength: 2, maxLength: 5 }).chain((villages) => {
    const listed = villages.map(({ full, missing }, i) => ({
      id: `v${i}`,
      name: `Thôn ${i}`,
      answers: missing ? null : full,
    }));
    return fc.tuple(fc.constant(listed), fc.shuffledSubarray(listed, { minLength: listed.length }));
  });
  fc.assert(
    fc.property(inOrder, ([villages, shuffled]) => {
      const input = { commune: {}, attributes: {} };
      expect(scoreCommune(form, { ...input, villages: shuffled })).toEqual(scoreCommune(form, { ...input, villages }));
    }),
    { numRuns: 150 },
  );
});

test('a class that is determined stays, and one that is possible never comes back', () => {
  const count = fc.constantFrom(0, 1, 3, 20, 60, 500);
  const names = ['population', 'addicts_total', 'addicts_with_file', 'users_total', 'hotspots', 'plants_count'];
  const counts = fc.record(
    Object.fromEntries([...names, 'offenders_total', 'plants_area_m2'].map((name) => [name, count])),
  );
  const classOf = (villages: (Answers | null)[], onRoute: string | null) =>
    scoreCommune(traVinh2025, {
      commune: {},
      attributes: { on_key_route: onRoute },
      villages: villages.map((each, i) => ({ id: `v${i}`, answers: each })),
    }).class!;
  fc.assert(
    fc.property(counts, counts, fc.constantFrom('yes', 'no'), (first, second, route) => {
      const settled = classOf([first, second], route);
      for (const early of [
        classOf([first, null], route),
        classOf([first, second], null),
        classOf([null, null], null),
      ]) {
        for (const code of settled.possible) expect(early.possible).toContain(code);
        if (early.determined) expect(settled).toMatchObject({ code: early.code, determined: true });
        for (const flag of early.flags) expect(settled.flags).toContain(flag);
      }
    }),
    { numRuns: 150 },
  );
});
