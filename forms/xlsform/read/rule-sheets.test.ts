import { describe, expect, test } from 'vitest';
import type { FixtureSheets } from '../workbook.fixture.ts';
import { codes, read } from './read-sheets.fixture.ts';

describe('the sheets of rules', () => {
  const base = {
    survey: [
      ['type', 'name', 'level', 'label'],
      ['begin_group', 'g', 'village', 'G'],
      ['integer', 'points', null, 'Điểm'],
      ['integer', 'gangs', null, 'Nhóm'],
      ['end_group'],
    ],
  };

  test('checks, calculations, attributes, criteria, classes and targets are read', () => {
    const { definition, issues } = read({
      ...base,
      checks: [
        ['id', 'level', 'test', 'severity', 'message'],
        ['K1', 'Village', '${gangs} <= ${points}', 'Error', 'Sai'],
      ],
      attributes: [
        ['name', 'type', 'label'],
        ['on_route', 'yes_no', 'Tuyến trọng điểm'],
      ],
      calculations: [
        ['name', 'expression'],
        ['all_points', 'sum(${points})'],
      ],
      criteria: [
        [
          'id',
          'clause',
          'requirement',
          'title',
          'test',
          'numerator',
          'denominator',
          'comparison',
          'target',
          'empty',
          'weight',
        ],
        ['C1', 'II.1', 'yes', 'Không có điểm', null, '${all_points}', null, '=', 0, null, 2],
        ['C2', 'II.2', false, 'Đa số', null, 'sum(${gangs})', '${all_points}', '>=', '80%', 'met'],
        ['C3', 3, 'có', 'Không', 'sum(${gangs}) = 0'],
      ],
      classification: [
        ['kind', 'name', 'when', 'label'],
        ['class', 'III', null, 'Loại III'],
        ['class', 'I'],
        ['rule', 'I', '${all_points} >= 5'],
        ['rule', 'III', 'true()'],
        ['flag', 'ROUTE', "${on_route} = 'yes'", 'Trên tuyến'],
      ],
      targets: [
        ['id', 'clause', 'title', 'by', 'share', 'count', 'units'],
        ['T1', 'V', 'Đến 2025', 46022, 0.15],
        ['T2', 'V', 'Hai xã', '2030-12-31', null, 2, 'Bình Kiều; Đông Ninh'],
      ],
    });
    expect(issues).toEqual([]);
    expect(definition).toMatchObject({
      checks: [{ id: 'K1', level: 'village', severity: 'error', message: { vi: 'Sai' } }],
      attributes: [{ name: 'on_route', type: 'yes_no' }],
      calculations: [{ name: 'all_points', expression: 'sum(${points})' }],
      criteria: [
        { id: 'C1', requirement: true, measure: { comparison: '=', target: 0 }, weight: 2 },
        { id: 'C2', requirement: false, measure: { denominator: '${all_points}', target: 0.8, empty: 'met' } },
        { id: 'C3', clause: '3', requirement: true, test: 'sum(${gangs}) = 0' },
      ],
      classification: {
        order: ['III', 'I'],
        labels: { III: { vi: 'Loại III' } },
        rules: [
          { class: 'I', when: '${all_points} >= 5' },
          { class: 'III', when: 'true()' },
        ],
        flags: [{ flag: 'ROUTE', when: "${on_route} = 'yes'", label: { vi: 'Trên tuyến' } }],
      },
      targets: [
        { by: '2025-12-31', share: 0.15 },
        { by: '2030-12-31', count: 2, units: ['Bình Kiều', 'Đông Ninh'] },
      ],
    });
  });

  test('rows that repeat an id and fill nothing but a measure make a criterion of several measures', () => {
    const measures = [
      ['id', 'clause', 'requirement', 'title', 'test', 'numerator', 'comparison', 'target'],
      ['C1', 'II.1', 'yes', 'Cả hai', null, 'sum(${points})', '=', 0],
      ['C1', null, null, null, null, 'sum(${gangs})', '<', 2],
      ['C2', 'II.2', 'yes', 'Một', null, 'sum(${gangs})', '=', 0],
    ];
    const { definition, issues } = read({ ...base, criteria: measures });
    expect(issues).toEqual([]);
    expect(definition?.criteria).toMatchObject([
      { id: 'C1', all: [{ numerator: 'sum(${points})' }, { numerator: 'sum(${gangs})', comparison: '<', target: 2 }] },
      { id: 'C2', measure: { numerator: 'sum(${gangs})' } },
    ]);
    const wrong = measures.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? cell.replace('gangs', 'gang') : cell)),
    );
    expect(codes(read({ ...base, criteria: wrong }))).toEqual([
      'unknown_name criteria!F3',
      'no_village_question criteria!F3',
      'unknown_name criteria!F4',
      'no_village_question criteria!F4',
    ]);
    const twice = [...measures, ['C2', 'II.2', 'yes', 'Lại', null, '1', '=', 0]];
    expect(codes(read({ ...base, criteria: twice }))).toEqual(['duplicate_criterion criteria!A5']);
  });

  test('dates to keep are read', () => {
    const { definition, issues } = read({
      ...base,
      calendar: [
        ['id', 'kind', 'clause', 'title', 'due', 'period', 'inclusive', 'audience'],
        ['D1', 'due', 'V', 'Gửi kế hoạch', 45417, null, 'no', 'commune'],
        ['D2', 'every', 'V', 'Báo cáo', '06-12', 'year', 'yes'],
      ],
    });
    expect(issues).toEqual([]);
    expect(definition?.calendar).toMatchObject([
      { kind: 'due', due: '2024-05-05', inclusive: false, audience: 'commune' },
      { kind: 'every', due: '06-12', period: 'year', inclusive: true },
    ]);
  });

  test.each<[string, FixtureSheets, string[]]>([
    [
      'a criterion without a test',
      {
        criteria: [
          ['id', 'clause', 'requirement', 'title'],
          ['C', 'I', 'yes', 'T'],
        ],
      },
      ['test_or_measure criteria!2'],
    ],
    [
      'a target in words',
      {
        criteria: [
          ['id', 'clause', 'requirement', 'title', 'numerator', 'comparison', 'target'],
          ['C', 'I', 'maybe', 'T', '1', '≥', 'mười'],
        ],
      },
      ['invalid_value criteria!C2', 'invalid_value criteria!F2', 'invalid_value criteria!G2'],
    ],
    [
      'a village question used bare',
      {
        calculations: [
          ['name', 'expression'],
          ['a', '1'],
          ['b', '${points} + 1'],
        ],
      },
      ['village_question_bare calculations!B3'],
    ],
    [
      'a rule for no class',
      {
        classification: [
          ['kind', 'name', 'when'],
          ['class', 'I'],
          ['rule', 'II', 'true()'],
        ],
      },
      ['unknown_class classification!3'],
    ],
    [
      'a rule that cannot be read',
      {
        classification: [
          ['kind', 'name', 'when'],
          ['class', 'I'],
          ['rule', 'I', '1 +'],
        ],
      },
      ['syntax_error classification!C3'],
    ],
    [
      'a class row without a name',
      { classification: [['kind', 'name', 'when'], ['class'], [null, 'I']] },
      ['missing classification!2', 'missing classification!3'],
    ],
    [
      'a check without severity',
      {
        checks: [
          ['id', 'level', 'test', 'severity', 'message'],
          ['K', 'village', '1 = 1', null, 'M'],
        ],
      },
      ['missing checks!D2'],
    ],
  ])('%s', (_, sheets, expected) => {
    expect(codes(read({ ...base, ...sheets }))).toEqual(expected);
  });
});
