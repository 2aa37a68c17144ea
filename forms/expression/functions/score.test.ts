import { describe, expect, it } from 'vitest';
import type { ValueKind } from '../kind.ts';
import { parseExpression } from '../parse.ts';
import { compileScore } from '../score/compile.ts';
import { toNumber } from '../score/exact.ts';
import { type ScoreScope, type UnitFacts, unitScope } from '../score/scope.ts';
import type { ScoreValue } from '../score/value.ts';

const villageKinds = new Map<string, ValueKind>([
  ['hotspots', 'number'],
  ['offenders', 'number'],
  ['board', 'string'],
  ['tools', 'list'],
]);
const communeKinds = new Map<string, ValueKind>([
  ['models', 'number'],
  ['zone', 'string'],
  ['route', 'boolean'],
  ['blank', 'number'],
]);

/** Three villages, of which the third has not answered and the second was not asked for its offenders. */
function communeScope(facts: Partial<UnitFacts> = {}): ScoreScope {
  const villages: ScoreScope[] = [];
  const answers = { models: 2, zone: 'green', route: true };
  const commune = unitScope({ kinds: communeKinds, answers, villages, ...facts });
  const first = { hotspots: 0, offenders: 2, board: 'yes', tools: ['a', 'b'] };
  const before = unitScope({ kinds: villageKinds, answers: { hotspots: 5 }, outer: commune });
  villages.push(
    unitScope({ kinds: villageKinds, answers: first, outer: commune, previous: before }),
    unitScope({
      kinds: villageKinds,
      answers: { hotspots: 1, board: 'no' },
      notAsked: new Set(['offenders']),
      outer: commune,
    }),
    unitScope({ kinds: villageKinds, answers: null, outer: commune }),
  );
  return commune;
}

/** A number as `5` or `[0, ∞)`, anything else as its value. */
function shown(value: ScoreValue): unknown {
  if (value.kind === 'unknown' || value.kind === 'not_asked') return value.kind;
  if (value.kind !== 'number') return value.value;
  const { lo, hi } = value;
  if (lo !== null && lo === hi) return toNumber(lo);
  return `${lo === null ? '(-∞' : `[${toNumber(lo)}`}, ${hi === null ? '∞)' : `${toNumber(hi)}]`}`;
}

const run = (source: string, scope = communeScope()) => shown(compileScore(parseExpression(source).ast!)(scope));

function table(what: string, rows: [source: string, value: unknown][]) {
  describe(`score mode: ${what}`, () => {
    it.each(rows)('%s is %j', (source, value) => {
      expect(run(source)).toEqual(value);
    });
  });
}

table('functions over the villages', [
  ['sum(${hotspots})', '[1, ∞)'],
  ['sum(${offenders})', '[2, ∞)'],
  ['sum(${hotspots} * ${models})', '[2, ∞)'],
  ['sum(if(${board} = "yes", 1, 0))', '[1, 2]'],
  ['sum(-${hotspots})', '(-∞, -1]'],
  ['min(${hotspots})', 0],
  ['max(${hotspots})', '[1, ∞)'],
  ['count(${hotspots})', '[2, 3]'],
  ['count(${offenders})', '[1, 2]'],
  ['count(${tools})', '[1, 3]'],
  ['count-villages()', 3],
  ["count-if(${board} = 'yes')", '[1, 2]'],
  ["all(${board} = 'yes')", false],
  ['all(${board})', false],
  ['all(${hotspots} >= 0)', true],
  ['all(${hotspots} <= 1)', null],
  ['any(${hotspots} = 1)', true],
  ['any(${hotspots} = 9)', null],
  ['any(${hotspots} < 0)', false],
  ['all(sum(${hotspots}, 1) > 0)', true],
  ['max(0, sum(${hotspots}))', '[1, ∞)'],
  ['sum(previous(${hotspots}))', '[5, ∞)'],
  ['all(previous(${hotspots}) > ${hotspots})', null],
]);

table('functions of values', [
  ['sum(1, ${models}, ${blank})', '[3, ∞)'],
  ['min(${models}, 5)', 2],
  ['min(${models}, ${blank})', '[0, 2]'],
  ['max(${models}, 5)', 5],
  ['count(${models}, ${blank}, ${zone})', '[2, 3]'],
  ['number("12.5")', 12.5],
  ['int(-2.5)', -2],
  ['floor(-2.5)', -3],
  ['ceiling(2.1)', 3],
  ['round(2.5)', 3],
  ['round(-2.5)', -2],
  ['round(1 div 3, 2)', 0.33],
  ['round(${blank}, 1)', '[0, ∞)'],
  ['round(1, ${blank})', '(-∞, ∞)'],
  ['round(1, 1.5)', '(-∞, ∞)'],
  ['round(1, 1000000)', '(-∞, ∞)'],
  ['abs(-${blank})', '[0, ∞)'],
  ["selected('a b', 'b')", true],
  ["selected(${blank}, 'b')", null],
  ["count-selected('a b')", 2],
  ['count-selected(${blank})', '[0, ∞)'],
]);

table('choices between values', [
  ['if(${route}, 1, 2)', 1],
  ['if(${blank} > 5, 1, 2)', '[1, 2]'],
  ["if(${blank} > 5, 'a', 'a')", 'a'],
  ["if(${blank} > 5, 'a', 'b')", null],
  ['if(${blank} > 5, true(), true())', true],
  ["if(${blank} > 5, 1, 'a')", null],
  ["if(${blank} > 5, 1, 'a') > 0", null],
  ['if(${blank} > 5, 1, ${nothing}) >= 0', true],
  ['coalesce(${models}, 7)', 2],
  ['coalesce(${blank}, 7)', '[0, ∞)'],
  ['coalesce(${blank}, -7)', '[-7, ∞)'],
  ["coalesce('', 7)", 7],
  ["coalesce(${zone}, 'red')", 'green'],
  ['sum(coalesce(${offenders}, 10))', '[12, ∞)'],
  ['not(${route})', false],
  ['not(${blank} > 0)', null],
]);

table('at least k of n', [
  ['checklist(2, -1, true(), ${route}, ${blank} > 0)', true],
  ['checklist(3, -1, true(), ${route}, ${blank} > 0)', null],
  ['checklist(4, -1, true(), ${route}, ${blank} > 0)', false],
  ['checklist(0, 1, true(), ${route}, ${blank} > 0)', false],
  ['checklist(0, 2, true(), ${route}, ${blank} > 0)', null],
  ['checklist(0, 3, true(), ${route}, ${blank} > 0)', true],
  ['checklist(${blank}, 0, true())', false],
  ['weighted-checklist(5, -1, true(), 3, ${blank} > 0, 2)', null],
  ['weighted-checklist(3, -1, true(), 3, ${blank} > 0, 2)', true],
  ['weighted-checklist(0, 4, true(), 5, ${blank} > 0, 2)', false],
  ['weighted-checklist(6, 6, true(), ${models}, true(), 2 * ${models})', true],
]);

table('rounds that do not exist', [
  ['previous(${models})', 'unknown'],
  ['previous(${models}) >= 0', true],
  ['previous(${models} - 1) >= 0', null],
  ['baseline(sum(${hotspots}))', '[0, ∞)'],
  ['baseline(sum(-${hotspots}))', '(-∞, 0]'],
  ['baseline(sum(${hotspots} - 1))', '(-∞, ∞)'],
  ['baseline(sum(0 * ${hotspots}))', 0],
  ['baseline(min(${hotspots}))', '(-∞, ∞)'],
  ['baseline(count(${hotspots}))', '[0, ∞)'],
  ['baseline(count-if(${hotspots} > 0))', '[0, ∞)'],
  ['baseline(count-if(false()))', 0],
  ['baseline(count-villages())', '[0, ∞)'],
  ['baseline(all(${hotspots} >= 0))', true],
  ['baseline(all(${hotspots} < 0))', null],
  ['baseline(any(${hotspots} < 0))', false],
  ['baseline(any(${hotspots} >= 0))', null],
  ['previous(3)', 3],
]);

describe('score mode: rounds that exist', () => {
  it('reads names and villages of the round itself', () => {
    const previous = unitScope({
      kinds: communeKinds,
      answers: { models: 4 },
      villages: [unitScope({ kinds: villageKinds, answers: { hotspots: 6 } })],
    });
    const scope = communeScope({ previous, baseline: previous });
    expect(run('previous(${models}) + previous(sum(${hotspots}))', scope)).toBe(10);
    expect(run('baseline(${models} * 2) - ${models}', scope)).toBe(6);
  });
});

describe('score mode: a commune without villages', () => {
  it.each<[source: string, value: unknown]>([
    ['sum(${hotspots})', 0],
    ['count(${hotspots})', 0],
    ['count-if(${hotspots} > 0)', 0],
    ['all(${hotspots} > 0)', true],
    ['any(${hotspots} > 0)', false],
    ['max(${hotspots})', '(-∞, ∞)'],
  ])('%s is %j', (source, value) => {
    expect(run(source, unitScope({ kinds: communeKinds, answers: {} }))).toBe(value);
  });
});
