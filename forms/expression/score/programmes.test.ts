import { describe, expect, it } from 'vitest';
import type { Answers } from '../../value.ts';
import { checkExpression } from '../check.ts';
import type { NameInfo, ValueKind } from '../kind.ts';
import { parseExpression } from '../parse.ts';
import { asTruth } from './coerce.ts';
import { compileScore } from './compile.ts';
import { toNumber } from './exact.ts';
import { type ScoreScope, unitScope } from './scope.ts';

/** What the programmes of the provinces ask of villages, and of the commune. */
const villageKinds = new Map<string, ValueKind>([
  ['months_with_comms', 'number'],
  ['addicts_total', 'number'],
  ['addicts_with_file', 'number'],
  ['board', 'string'],
]);
const communeKinds = new Map<string, ValueKind>([
  ['models_effective', 'number'],
  ['plan_issued', 'string'],
  ['plan_month', 'number'],
]);

/** Villages by place; `null` has not answered. A round that is not given does not exist. */
interface Rounds {
  commune?: Answers;
  villages: (Answers | null)[];
  previous?: (Answers | null)[];
  baseline?: (Answers | null)[];
}

function communeOf({ commune = {}, villages, previous, baseline }: Rounds): ScoreScope {
  const before = previous ? communeOf({ villages: previous }) : null;
  const first = baseline ? communeOf({ villages: baseline }) : null;
  const own: ScoreScope[] = [];
  const scope = unitScope({ kinds: communeKinds, answers: commune, villages: own, previous: before, baseline: first });
  for (const [index, answers] of villages.entries()) {
    const inRound = (round: ScoreScope | null) => round?.villages?.[index] ?? null;
    const other = { outer: scope, previous: inRound(before), baseline: inRound(first) };
    own.push(unitScope({ kinds: villageKinds, answers, ...other }));
  }
  return scope;
}

function run(source: string, rounds: Rounds) {
  const infos = (kinds: ReadonlyMap<string, ValueKind>, level: NameInfo['level']) =>
    [...kinds].map(([name, kind]) => [name, { kind, level }] as const);
  const names = new Map([...infos(villageKinds, 'village'), ...infos(communeKinds, 'commune')]);
  const { ast } = parseExpression(source);
  expect(checkExpression(ast!, { mode: 'score', names, path: '' })).toEqual([]);
  return compileScore(ast!)(communeOf(rounds));
}

const verdict = (source: string, rounds: Rounds) => asTruth(run(source, rounds));

describe('the village that did least', () => {
  const rule = 'min(${months_with_comms}) >= 10';
  const months = (...all: (number | null)[]) => ({
    villages: all.map((months_with_comms) => (months_with_comms === null ? null : { months_with_comms })),
  });

  it.each<[what: string, rounds: Rounds, met: boolean | null]>([
    ['all villages reach the months', months(12, 10, 11), true],
    ['one village does not', months(12, 9, 11), false],
    ['one does not and another has not answered', months(12, 9, null), false],
    ['one has not answered and the others reach them', months(12, 12, null), null],
    ['one has left the question blank', { villages: [{ months_with_comms: 12 }, {}] }, null],
  ])('%s', (_, rounds, met) => {
    expect(verdict(rule, rounds)).toBe(met);
  });
});

describe('no village has more addicts than when it was enrolled', () => {
  const rule = 'all(${addicts_total} <= baseline(${addicts_total}))';
  const addicts = (...all: (number | null)[]) =>
    all.map((addicts_total) => (addicts_total === null ? null : { addicts_total }));

  it.each<[what: string, rounds: Rounds, met: boolean | null]>([
    ['every village has as many or fewer', { villages: addicts(3, 0), baseline: addicts(3, 2) }, true],
    ['the sum falls but one village has more', { villages: addicts(1, 4), baseline: addicts(9, 3) }, false],
    ['a village has not answered', { villages: addicts(3, null), baseline: addicts(3, 2) }, null],
    [
      'a village that has more settles it, whoever is missing',
      { villages: addicts(4, null), baseline: addicts(3, 2) },
      false,
    ],
    ['a village that began with none is missing', { villages: addicts(0, 0), baseline: addicts(0, null) }, true],
    ['a village did not exist at the time', { villages: addicts(1, 1), baseline: addicts(1) }, null],
    ['there is no baseline', { villages: addicts(1, 0) }, null],
    ['there is no baseline, and nobody is addicted now', { villages: addicts(0, 0) }, true],
  ])('%s', (_, rounds, met) => {
    expect(verdict(rule, rounds)).toBe(met);
  });
});

describe('the sum of the previous round', () => {
  const files = (...all: (number | null)[]) =>
    all.map((addicts_with_file) => (addicts_with_file === null ? null : { addicts_with_file }));
  const bounds = (rounds: Rounds) => {
    const value = run('previous(sum(${addicts_with_file}))', rounds);
    if (value.kind !== 'number') return value.kind;
    return [value.lo, value.hi].map((bound) => (bound === null ? null : toNumber(bound)));
  };

  it('is over the villages of that round, not of this one', () => {
    expect(bounds({ villages: files(9), previous: files(2, 3) })).toEqual([5, 5]);
  });

  it('has no upper bound while one of them is missing, and no more is known without such a round', () => {
    expect(bounds({ villages: files(9), previous: files(2, null) })).toEqual([2, null]);
    expect(bounds({ villages: files(9) })).toEqual([0, null]);
  });

  it('compares with this round as soon as the difference is certain', () => {
    const rule = 'sum(${addicts_with_file}) >= previous(sum(${addicts_with_file}))';
    expect(verdict(rule, { villages: files(4, null), previous: files(2, 2) })).toBe(true);
    expect(verdict(rule, { villages: files(3, null), previous: files(2, 2) })).toBeNull();
    expect(verdict(rule, { villages: files(3, 0), previous: files(2, 2) })).toBe(false);
    expect(verdict(rule, { villages: files(3, 0), previous: files(4, null) })).toBe(false);
  });
});

describe('at least three of four', () => {
  const rule = `checklist(3, -1, \${models_effective} >= 1, \${plan_issued} = 'yes', all(\${board} = 'yes'), sum(\${addicts_total}) = 0)`;
  const village = (board: string, addicts_total: number) => ({ board, addicts_total });

  it.each<[what: string, rounds: Rounds, met: boolean | null]>([
    ['all four hold', { commune: { models_effective: 1, plan_issued: 'yes' }, villages: [village('yes', 0)] }, true],
    [
      'two hold and two depend on the missing village',
      { commune: { models_effective: 1, plan_issued: 'yes' }, villages: [village('yes', 0), null] },
      null,
    ],
    [
      'two fail, so the missing village cannot help',
      { commune: { models_effective: 1, plan_issued: 'yes' }, villages: [village('no', 2), null] },
      false,
    ],
    [
      'one fails and the blank answer decides',
      { commune: { models_effective: 1 }, villages: [village('yes', 2)] },
      null,
    ],
  ])('%s', (_, rounds, met) => {
    expect(verdict(rule, rounds)).toBe(met);
  });

  it('takes a range when both ends are given', () => {
    const between = 'checklist(1, 2, ${models_effective} >= 1, ${plan_issued} = "yes", ${plan_month} <= 3)';
    const all = { models_effective: 1, plan_issued: 'yes', plan_month: 3 };
    expect(verdict(between, { commune: all, villages: [] })).toBe(false);
    expect(verdict(between, { commune: { ...all, plan_month: 4 }, villages: [] })).toBe(true);
    expect(verdict(between, { commune: { models_effective: 1, plan_issued: 'yes' }, villages: [] })).toBeNull();
  });
});
