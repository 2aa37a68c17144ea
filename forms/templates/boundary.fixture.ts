import { expect, test } from 'vitest';
import type { FormDefinition } from '../definition/schema.ts';
import { scoreCommune } from '../scoring/score-commune.ts';
import type { CommuneInput, CriterionResult, CriterionStatus } from '../scoring/scorecard.ts';
import type { Answers } from '../value.ts';
import { quietInput } from './quiet-answers.fixture.ts';

/** What differs from a quiet commune: in its one village and its own answers, or in each of several villages. */
export type Given = Answers | (Answers | null)[];

/** A criterion, what is given, and the status; then its shortfall (a number) or the reason (a word). */
export type Row = [
  id: string,
  given: Given,
  status: CriterionStatus,
  more?: number | string | null,
  earlier?: { previous?: Given; baseline?: Given },
];

/** Each row is one point of a criterion's boundary, stated by hand from the plan. */
export function testBoundaries(template: FormDefinition, rows: Row[]) {
  test.each(rows)('%s with %j is %s', (id, given, status, more, earlier = {}) => {
    const found = judged(template, id, given, earlier);
    expect(found.status).toBe(status);
    if (typeof more === 'string') expect(found.reason).toBe(more);
    if (typeof more === 'number' || more === null) expect(found.shortfall).toBe(more);
  });

  test('every criterion has a boundary on both sides, or says why it has not', () => {
    for (const { id } of template.criteria) {
      const statuses = new Set(rows.filter(([of]) => of === id).map(([, , status]) => status));
      expect([id, ...statuses]).toEqual(expect.arrayContaining(['met', id === 'LC10' ? 'undetermined' : 'not_met']));
      expect([id, statuses.has('undetermined')]).toEqual([id, true]);
    }
  });
}

export function judged(
  template: FormDefinition,
  id: string,
  given: Given,
  earlier: { previous?: Given; baseline?: Given } = {},
): CriterionResult {
  const input: CommuneInput = inputOf(template, given);
  if (earlier.previous) input.previous = inputOf(template, earlier.previous);
  if (earlier.baseline) input.baseline = inputOf(template, earlier.baseline);
  const found = scoreCommune(template, input).criteria.find((result) => result.id === id);
  if (!found) throw new Error(`${template.id} has no criterion ${id}`);
  return found;
}

function inputOf(template: FormDefinition, given: Given): CommuneInput {
  if (Array.isArray(given)) return quietInput(template, given);
  const commune = new Set(
    template.sections
      .filter(({ level }) => level === 'commune')
      .flatMap(({ questions }) => questions.map(({ name }) => name)),
  );
  const names = Object.keys(given);
  const only = (wanted: boolean) =>
    Object.fromEntries(names.filter((name) => commune.has(name) === wanted).map((name) => [name, given[name] ?? null]));
  return quietInput(template, [only(false)], only(true));
}

/** 100 % of a total over the villages; `none` is what 0 of 0 comes to. */
export function wholeRows(id: string, part: string, total: string, none: 'vacuous' | 'invalid_zero'): Row[] {
  return [
    [id, { [total]: 1000, [part]: 999 }, 'not_met', 1],
    [id, { [total]: 1000, [part]: 1000 }, 'met', 0],
    [
      id,
      [
        { [total]: 90, [part]: 90 },
        { [total]: 10, [part]: 5 },
      ],
      'not_met',
      5,
    ],
    [id, { [total]: 0, [part]: 0 }, none === 'vacuous' ? 'met' : 'undetermined', none],
    [id, [{ [total]: 10, [part]: 10 }, null], 'undetermined', 'missing_villages'],
    [id, { [total]: 10, [part]: null }, 'undetermined', 'blank_answers'],
    [id, { [total]: null, [part]: 10 }, 'undetermined', 'blank_answers'],
  ];
}

/** 100 % of a total that the commune itself states. */
export function communeWholeRows(id: string, part: string, total: string): Row[] {
  return [
    [id, { [total]: 1000, [part]: 999 }, 'not_met', 1],
    [id, { [total]: 1000, [part]: 1000 }, 'met', 0],
    [id, { [total]: 0, [part]: 0 }, 'met'],
    [id, { [total]: 10, [part]: null }, 'undetermined', 'blank_answers'],
    [id, { [total]: null, [part]: 10 }, 'undetermined', 'blank_answers'],
  ];
}

/** Nothing of the kind: one in one village decides, although another has not answered. */
export function noneRows(id: string, names: string[]): Row[] {
  return names.flatMap((name): Row[] => [
    [id, { [name]: 0 }, 'met', 0],
    [id, { [name]: 1 }, 'not_met', 1],
    [id, [{ [name]: 1 }, null], 'not_met', null],
    [id, [{ [name]: 0 }, null], 'undetermined', 'missing_villages'],
    [id, { [name]: null }, 'undetermined', 'blank_answers'],
  ]);
}

/** Every village says yes: one no decides; without villages it is an input error. */
export function everyVillageRows(id: string, name: string): Row[] {
  return [
    [id, [{ [name]: 'yes' }, { [name]: 'yes' }], 'met', 0],
    [id, [{ [name]: 'yes' }, { [name]: 'no' }], 'not_met', 1],
    [id, [{ [name]: 'no' }, null], 'not_met', null],
    [id, [{ [name]: 'yes' }, null], 'undetermined', 'missing_villages'],
    [id, { [name]: null }, 'undetermined', 'blank_answers'],
    [id, [], 'undetermined', 'invalid_zero'],
  ];
}

/** At least so many, by the commune's own count. */
export function atLeastRows(id: string, name: string, least: number): Row[] {
  return [
    [id, { [name]: least - 1 }, 'not_met', 1],
    [id, { [name]: least }, 'met', 0],
    [id, { [name]: least + 1 }, 'met', 0],
    [id, { [name]: null }, 'undetermined', 'blank_answers'],
  ];
}
