import type { FormDefinition } from '../definition/schema.ts';
import type { CommuneInput } from '../scoring/scorecard.ts';
import type { Answers } from '../value.ts';
import { answerMarks } from './mask-answers.ts';
import { maskScorecard } from './mask-scorecard.ts';

/** Everything that somebody without the permission for figures is given of a commune, as one text. */
export function published(form: FormDefinition, input: CommuneInput): string {
  const marks = answerMarks(form, input);
  const shown = (answers: Answers | null) =>
    answers && Object.entries(answers).map(([name, value]) => [name, marks.village.get(name) ?? value]);
  return JSON.stringify([maskScorecard(form, input), input.villages.map(({ answers }) => shown(answers))]);
}

export const inputOf = (villages: (Answers | null)[], more: Partial<CommuneInput> = {}): CommuneInput => ({
  commune: { models: 1 },
  attributes: {},
  villages: villages.map((answers, i) => ({ id: `v${i}`, answers })),
  ...more,
});

/** One thing that must not be found out, as it is in a world that could be. */
export type Secret<World> = (world: World) => number;

/**
 * Whoever sees what is published of one of the worlds knows that it is one of those that look the same. Returns the secrets of
 * which all of them lie within 1 to 4 without being each of 1 to 4: they are known more closely than `<5` says.
 */
export function narrowed<World>(
  worlds: readonly World[],
  look: (world: World) => string,
  secrets: Record<string, Secret<World>>,
): string[] {
  const alike = Map.groupBy(worlds, look);
  return [...alike].flatMap(([seen, same]) =>
    Object.entries(secrets).flatMap(([name, secret]) => {
      const values = [...new Set(same.map(secret))].sort((a, b) => a - b);
      const within = values.every((value) => value > 0 && value < 5);
      return within && values.length < 4 ? [`${name} ∈ {${values}}: ${seen}`] : [];
    }),
  );
}

/** All choices of one from each list. */
export function every<T>(...lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((sofar, list) => sofar.flatMap((head) => list.map((next) => [...head, next])), [[]]);
}

/** The same form with a class by thresholds among small counts. */
export const classified = (form: FormDefinition): FormDefinition => ({
  ...form,
  calculations: [{ name: 'T', expression: 'sum(${total})' }],
  classification: {
    order: ['none', 'few', 'some', 'many'],
    rules: [
      { class: 'many', when: '${T} >= 5' },
      { class: 'some', when: '${T} >= 3 or count-if(${part} > 1) > 0' },
      { class: 'few', when: '${T} >= 1' },
      { class: 'none', when: 'true()' },
    ],
    flags: [{ flag: 'PART', when: 'sum(${part}) >= 2' }],
  },
});

/** The same form with the check that says what is a part of what. */
export const withPart = (form: FormDefinition): FormDefinition => ({
  ...form,
  checks: [
    { id: 'K1', level: 'village', test: '${part} <= ${total}', severity: 'error', message: { vi: 'Lớn hơn tổng số.' } },
  ],
});
