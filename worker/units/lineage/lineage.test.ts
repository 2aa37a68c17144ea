import { describe, expect, test } from 'vitest';
import { inShort, unitCalled } from '../history.fixture.ts';
import type { UnitHistory } from '../history.ts';
import { endPredecessors } from './end-predecessors.ts';
import { refuseLineage } from './refuse-lineage.ts';

const [a, b, c] = ['A', 'B', 'C'].map((name) => unitCalled(name)) as [UnitHistory, UnitHistory, UnitHistory];
const village = unitCalled('a1', { parent: a });
const units = [a, b, c, village];
const edge = (from: UnitHistory, to: UnitHistory, date = '2025-07-01') => ({
  predecessorId: from.id,
  successorId: to.id,
  date,
});

describe('edges are refused', () => {
  const levels = new Map(units.map(({ id, level }) => [id, level]));
  const unknown = { ...a, id: 'nobody' };
  test.each<[string, object[], object[], string[]]>([
    ['never when they lead on', [edge(a, c), edge(b, c)], [], []],
    ['when they lead nowhere known', [edge(a, unknown)], [], ['unit_unknown', 'unit_unknown']],
    ['when they lead to where they begin', [edge(a, a)], [], ['unit_unknown', 'same_unit']],
    ['when they join levels', [edge(a, village)], [], ['lineage_invalid', 'level_differs']],
    ['when they lead back', [edge(a, b), edge(b, a)], [], ['lineage_invalid', 'cycle', 'cycle']],
    ['when they lead back over what is recorded', [edge(c, a)], [edge(a, b), edge(b, c)], ['lineage_invalid', 'cycle']],
  ])('%s', (_, posted, recorded, codes) => {
    const problem = refuseLineage(posted as never, recorded as never, levels);
    expect(problem ? [problem.code, ...problem.errors.map(({ code }) => code)] : []).toEqual(codes);
  });
});

describe('predecessors end', () => {
  const end = (posted: object[], recorded: object[], before = units) =>
    endPredecessors(posted as never, recorded as never, before).flatMap(({ after }) => inShort(after));
  const once = endPredecessors([edge(a, c)], [], units).map(({ after }) => after);
  const after = [...once, b, c];

  test.each<[string, string[], string[]]>([
    [
      'on that day, with their villages',
      end([edge(a, c)], []),
      ['2020-01-01..2025-07-01 A', '2020-01-01..2025-07-01 a1'],
    ],
    [
      'on the first day of several',
      end([edge(a, b, '2026-01-01'), edge(a, c)], []),
      ['2020-01-01..2025-07-01 A', '2020-01-01..2025-07-01 a1'],
    ],
    ['once', end([edge(a, c)], [edge(a, c)], after), []],
    [
      'on another day when the edge is put right',
      end([edge(a, c, '2025-08-01')], [edge(a, c)], after),
      ['2020-01-01..2025-08-01 A', '2020-01-01..2025-08-01 a1'],
    ],
    ['not later while another edge says so', end([edge(a, b, '2026-01-01')], [edge(a, c)], after), []],
    [
      'as of their record when that is later than the day',
      end([edge(a, c, '2019-01-01')], []),
      ['2020-01-01..2020-01-01 A', '2020-01-01..2020-01-01 a1'],
    ],
  ])('%s', (_, decided, expected) => {
    expect(decided).toEqual(expected);
  });
});
