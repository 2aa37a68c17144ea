import { describe, expect, test } from 'vitest';
import { type Earlier, earlierInputs, nothingEarlier, predecessorsIn } from './earlier-rounds.ts';

const whole = (predecessorId: string, successorId: string) => ({
  predecessorId,
  successorId,
  extent: 'whole' as const,
});
const part = (predecessorId: string, successorId: string) => ({ predecessorId, successorId, extent: 'part' as const });

describe('the communes of an earlier round whose figures are this commune’s', () => {
  test.each([
    ['itself, when nothing happened', [], ['new'], ['new']],
    ['its predecessors, when all merged whole', [whole('a', 'new'), whole('b', 'new')], ['a', 'b', 'c'], ['a', 'b']],
    ['itself and what it took in whole', [whole('a', 'new')], ['a', 'new'], ['new', 'a']],
    ['the predecessors of its predecessors', [whole('a', 'b'), whole('b', 'new')], ['a'], ['a']],
    ['nobody knows, when a part came over', [whole('a', 'new'), part('b', 'new')], ['a', 'b'], null],
    ['nobody knows, when a part came over long ago', [part('a', 'b'), whole('b', 'new')], ['a'], null],
    ['what it was, when the part came over before that round', [part('a', 'new')], ['new'], ['new']],
    ['none, when it did not exist', [whole('a', 'other')], ['a'], []],
    ['found although the edges go round in a circle', [whole('a', 'new'), whole('new', 'a')], ['a'], ['a']],
  ])('%s', (_, edges, existed, expected) => {
    const found = predecessorsIn('new', edges, new Set(existed));
    expect(found && new Set(found)).toEqual(expected && new Set(expected));
  });
});

const unit = (communeId: string, unitId: string) => ({
  roundId: 'r1',
  communeId,
  unitId,
  level: communeId === unitId ? ('commune' as const) : ('village' as const),
  kindLabel: 'xã',
  name: unitId,
  code: null,
  attributes: {},
  position: 0,
  addedAt: null,
});

test('merged communes bring all their villages, and none of their own answers', () => {
  const earlier: Earlier = {
    ...nothingEarlier,
    baselineRoundId: 'r1',
    edges: [whole('a', 'new'), whole('b', 'new')],
    units: [unit('a', 'a'), unit('a', 'a1'), unit('b', 'b'), unit('b', 'b1')],
    responses: [
      { roundId: 'r1', unitId: 'a', answers: { models_effective: 2 } },
      { roundId: 'r1', unitId: 'a1', answers: { addicts_total: 3 } },
    ],
  };
  expect(earlierInputs('new', earlier)).toEqual({
    baseline: {
      commune: {},
      attributes: {},
      villages: [
        { id: 'a1', kind: 'xã', answers: { addicts_total: 3 } },
        { id: 'b1', kind: 'xã', answers: null },
      ],
    },
  });
});

test('an earlier round of which only a part came over is named as such and not compared with', () => {
  const earlier: Earlier = {
    ...nothingEarlier,
    previousRoundId: 'r1',
    edges: [part('a', 'new')],
    units: [unit('a', 'a'), unit('a', 'a1')],
  };
  expect(earlierInputs('new', earlier)).toEqual({ partlyMerged: ['previous'] });
});
