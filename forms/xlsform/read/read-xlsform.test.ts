import { describe, expect, test } from 'vitest';
import type { Shape } from '../workbook.fixture.ts';
import { type FixtureCell, type FixtureSheets, workbookBytes } from '../workbook.fixture.ts';
import { readXlsform } from './read-xlsform.ts';

const settings = [
  ['form_title', 'form_id', 'default_language'],
  ['Phiếu', 'phieu', 'vi'],
];
const yesNo = [
  ['list_name', 'name', 'label::vi'],
  ['yes_no', 'yes', 'Có'],
  ['yes_no', 'no', 'Không'],
];

function read(sheets: FixtureSheets, shape?: Shape) {
  return readXlsform(workbookBytes({ settings, choices: yesNo, ...sheets }, shape));
}

/** A survey whose rows have the columns type, name, label and those named. */
function survey(columns: string[], ...rows: FixtureCell[][]) {
  return read({ survey: [['type', 'name', 'label::vi', ...columns], ...rows] });
}

const codes = ({ issues }: ReturnType<typeof read>) => issues.map(({ code, path }) => `${code} ${path}`);

describe('an ordinary workbook', () => {
  const ordinary: FixtureSheets = {
    survey: [
      [
        'Type',
        'Name',
        'Label',
        'Hint',
        'Required',
        'Relevance',
        'Constraint',
        'Constraint Message',
        'Read Only',
        'Default',
      ],
      ['begin group', 'people', 'Dân cư'],
      ['int', 'households', 'Số hộ', 'Cuối kỳ', 'TRUE', null, '. < 10000', 'Quá lớn', null, 0],
      ['select one from yes_no', 'pledged', 'Đã ký cam kết?', null, 'yes', '${households} > 0'],
      ['select_multiple yes_no', 'both', 'Cả hai', null, false],
      [null],
      ['text', 'remarks', 'Ghi chú', null, 'no', null, null, null, 'true()'],
      ['date', 'as_of', 'Ngày chốt', null, '${households} > 0', null, null, null, null, 46022],
      ['end group'],
    ],
    choices: [
      ['list name', 'value', 'label', 'Vùng'],
      ['yes_no', 'yes', 'Có', 1],
      ['yes_no', 'no', 'Không', 2],
    ],
    settings: [
      ['form_title', 'form_id'],
      ['Phiếu thôn', 'Phieu_Thon 2024'],
    ],
    _notes: [['anything']],
  };

  test.each<Shape>(['excel', 'libreoffice', 'openpyxl', 'google', 'strict'])(
    'in the shape of %s reads as the form it describes',
    (shape) => {
      const { definition, issues } = read(ordinary, shape);
      expect(issues.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
        'warning language_assumed',
        'warning form_id_changed',
      ]);
      expect(definition).toMatchObject({
        id: 'phieu-thon-2024',
        title: { vi: 'Phiếu thôn' },
        languages: ['vi'],
        sections: [{ name: 'people', level: 'commune', label: { vi: 'Dân cư' } }],
        choices: {
          yes_no: [
            { name: 'yes', label: { vi: 'Có' }, Vùng: '1' },
            { name: 'no', label: { vi: 'Không' }, Vùng: '2' },
          ],
        },
      });
      expect(definition?.sections[0]?.questions).toEqual([
        {
          type: 'integer',
          name: 'households',
          label: { vi: 'Số hộ' },
          hint: { vi: 'Cuối kỳ' },
          required: true,
          constraint: '. < 10000',
          constraint_message: { vi: 'Quá lớn' },
          default: 0,
        },
        {
          type: 'select_one',
          name: 'pledged',
          label: { vi: 'Đã ký cam kết?' },
          choices: 'yes_no',
          required: true,
          relevant: '${households} > 0',
        },
        { type: 'select_multiple', name: 'both', label: { vi: 'Cả hai' }, choices: 'yes_no', required: false },
        { type: 'text', name: 'remarks', label: { vi: 'Ghi chú' }, required: false, readonly: 'true()' },
        {
          type: 'date',
          name: 'as_of',
          label: { vi: 'Ngày chốt' },
          required: '${households} > 0',
          default: '2025-12-31',
        },
      ]);
    },
  );
});

test.each<[string, Record<string, unknown>]>([
  ['integer', { type: 'integer' }],
  ['int', { type: 'integer' }],
  ['Decimal', { type: 'decimal' }],
  ['string', { type: 'text' }],
  ['select one from yes_no', { type: 'select_one', choices: 'yes_no' }],
  ['select_one  yes_no', { type: 'select_one', choices: 'yes_no' }],
  ['select1 yes_no', { type: 'select_one', choices: 'yes_no' }],
  ['select all that apply from yes_no', { type: 'select_multiple', choices: 'yes_no' }],
  ['select multiple yes_no', { type: 'select_multiple', choices: 'yes_no' }],
  ['acknowledge', { type: 'acknowledge' }],
  ['trigger', { type: 'acknowledge' }],
  ['hidden', { type: 'hidden' }],
  ['note', { type: 'note' }],
])('the type “%s” is understood', (written, expected) => {
  const { definition, issues } = survey([], [written, 'q', 'Câu hỏi']);
  expect(issues).toEqual([]);
  expect(definition?.sections[0]?.questions[0]).toMatchObject(expected);
});

test('parameters and a calculation in a number cell are read', () => {
  const { definition, issues } = survey(
    ['parameters', 'calculation'],
    ['range', 'score', 'Điểm', 'start=0 end=10;step = 0.5'],
    ['calculate', 'year', null, null, 2024],
  );
  expect(issues).toEqual([]);
  expect(definition?.sections[0]?.questions).toMatchObject([
    { parameters: { start: '0', end: '10', step: '0.5' } },
    { calculation: '2024' },
  ]);
});

test('languages are told by code, by name, or are the default one', () => {
  const { definition, issues } = read({
    survey: [
      ['type', 'name', 'label', 'label::English', 'label::Hmông (hmn)', 'hint:en'],
      ['integer', 'q', 'Số', 'Number', 'Zauv', 'Count'],
    ],
    choices: [],
  });
  expect(definition?.languages).toEqual(['vi', 'en', 'hmn']);
  expect(definition?.sections[0]?.questions[0]).toMatchObject({
    label: { vi: 'Số', en: 'Number', hmn: 'Zauv' },
    hint: { en: 'Count' },
  });
  expect(new Set(issues.map(({ code, severity }) => `${severity} ${code}`))).toEqual(
    new Set(['warning label_missing']),
  );
});

describe('groups and repeats', () => {
  const sections = (result: ReturnType<typeof read>) =>
    result.definition?.sections.map(({ name, level, relevant, questions }) => ({
      name,
      level,
      ...(relevant !== undefined && { relevant }),
      questions: questions.map((question) => question.name),
    }));

  test('a group is a section of the commune unless its level says otherwise', () => {
    const result = survey(
      ['level', 'relevant'],
      ['begin_group', 'a', 'A'],
      ['integer', 'x', 'X'],
      ['end_group'],
      ['begin_group', 'b', 'B', 'village', 'true()'],
      ['integer', 'y', 'Y'],
      ['end_group', 'b'],
    );
    expect(result.issues).toEqual([]);
    expect(sections(result)).toEqual([
      { name: 'a', level: 'commune', questions: ['x'] },
      { name: 'b', level: 'village', relevant: 'true()', questions: ['y'] },
    ]);
  });

  test.each([
    ['villages', null],
    ['Thon_Ban', null],
    ['khu_vuc', 'village'],
  ])('the repeat “%s” with level %s goes over the villages', (name, level) => {
    const result = survey(
      ['level', 'relevant'],
      ['begin_repeat', name, 'Thôn', level, 'true()'],
      ['integer', 'loose', 'Câu lẻ'],
      ['begin_group', 'crime', 'Tội phạm', null, '1 = 1'],
      ['integer', 'hotspots', 'Tụ điểm'],
      ['end_group'],
      ['end_repeat'],
      ['integer', 'models', 'Mô hình'],
    );
    expect(result.issues).toEqual([]);
    expect(sections(result)).toEqual([
      { name, level: 'village', relevant: 'true()', questions: ['loose'] },
      { name: 'crime', level: 'village', relevant: '(true()) and (1 = 1)', questions: ['hotspots'] },
      { name: 'commune', level: 'commune', questions: ['models'] },
    ]);
  });

  test('questions outside any group keep their order around the groups', () => {
    const result = survey(
      [],
      ['integer', 'first', '1'],
      ['begin_group', 'commune', '2'],
      ['integer', 'second', '2'],
      ['end_group'],
      ['integer', 'third', '3'],
    );
    expect(result.issues).toEqual([]);
    expect(sections(result)?.map(({ name, questions }) => [name, questions])).toEqual([
      ['commune_2', ['first']],
      ['commune', ['second']],
      ['commune_3', ['third']],
    ]);
  });

  test('a group that depends on its own question is reported at its row', () => {
    const result = survey(
      ['relevant'],
      ['begin_group', 'outer', 'Ngoài', '${gate} > 0'],
      ['integer', 'gate', 'Cổng'],
      ['end_group'],
    );
    expect(codes(result)).toEqual(['cycle survey!D2']);
  });

  test('the questions of nested groups are asked under the conditions of all of them', () => {
    const { definition, issues } = survey(
      ['relevant'],
      ['integer', 'gate', 'Cổng'],
      ['begin_group', 'outer', 'Ngoài', '${gate} > 0'],
      ['begin_group', 'inner', 'Trong', '${gate} > 1'],
      ['integer', 'b', 'B', '${gate} > 2'],
      ['begin_group', 'silent', null, '${gate} > 3'],
      ['integer', 'd', 'D'],
      ['end_group'],
      ['end_group'],
      ['integer', 'e', 'E', '${gate} > 4'],
      ['end_group'],
    );
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'nested_group survey!4',
      'nested_group survey!6',
    ]);
    expect(definition?.sections[1]).toEqual({
      name: 'outer',
      level: 'commune',
      label: { vi: 'Ngoài' },
      relevant: '${gate} > 0',
      questions: [
        { type: 'note', name: 'inner', label: { vi: 'Trong' }, relevant: '${gate} > 1' },
        { type: 'integer', name: 'b', label: { vi: 'B' }, relevant: '(${gate} > 1) and (${gate} > 2)' },
        { type: 'integer', name: 'd', label: { vi: 'D' }, relevant: '(${gate} > 1) and (${gate} > 3)' },
        { type: 'integer', name: 'e', label: { vi: 'E' }, relevant: '${gate} > 4' },
      ],
    });
  });
});

describe('problems are named with their row', () => {
  test.each<[string, string[], FixtureCell[][], string[]]>([
    ['a type that does not exist', [], [['intger', 'q', 'Q']], ['unknown_type survey!A2']],
    ['a type that cannot be asked here', [], [['geopoint', 'q', 'Q']], ['unsupported_type survey!A2']],
    ['a select from a file', [], [['select_one_from_file a.csv', 'q', 'Q']], ['unsupported_type survey!A2']],
    [
      'metadata',
      [],
      [
        ['deviceid', 'd'],
        ['note', 'n', 'N'],
      ],
      ['unsupported_metadata survey!A2'],
    ],
    ['or_other', [], [['select_one yes_no or_other', 'q', 'Q']], ['or_other survey!A2']],
    [
      'a repeat that is not over villages',
      [],
      [['begin_repeat', 'children', 'C'], ['text', 'q', 'Q'], ['end_repeat']],
      ['repeat_refused survey!2'],
    ],
    ['a row without a type', [], [[null, 'q', 'Q']], ['missing survey!A2']],
    ['a row without a name', [], [['integer', null, 'Q']], ['missing survey!B2']],
    ['a name with an accent', [], [['integer', 'số hộ', 'Q']], ['invalid_name survey!B2']],
    ['an end without a begin', [], [['note', 'n', 'N'], ['end_group']], ['unmatched_end survey!3']],
    [
      'an end of another kind',
      [],
      [['begin_group', 'g', 'G'], ['end_repeat'], ['end_group']],
      ['unmatched_end survey!3'],
    ],
    ['a group that is never closed', [], [['begin_group', 'g', 'G']], ['unclosed_group survey!2']],
    [
      'an end that names another group',
      [],
      [
        ['begin_group', 'g', 'G'],
        ['end_group', 'h'],
      ],
      ['end_name_differs survey!3'],
    ],
    [
      'a level that is not one',
      ['level'],
      [['begin_group', 'g', 'G', 'district'], ['end_group']],
      ['invalid_value survey!D2'],
    ],
    ['a level on a question', ['level'], [['integer', 'q', 'Q', 'village']], ['level_on_question survey!D2']],
    [
      'a village group in a commune group',
      ['level'],
      [['begin_group', 'g', 'G', 'commune'], ['begin_group', 'h', null, 'village'], ['end_group'], ['end_group']],
      ['level_differs survey!3', 'nested_group survey!3'],
    ],
    [
      'a trigger',
      ['trigger'],
      [
        ['note', 'n', 'N'],
        ['calculate', 'q', null, '${n}'],
      ],
      ['unsupported_column survey!D3', 'calculation_missing survey!3'],
    ],
    ['a picture', ['media::image::vi'], [['note', 'q', 'Q', 'a.png']], ['unsupported_column survey!D2']],
    [
      'two columns for one thing',
      ['relevant', 'relevance'],
      [['note', 'q', 'Q', 'true()', null]],
      ['duplicate_column survey!E1'],
    ],
    ['a column of unknown use', ['Constraint mesage'], [['note', 'q', 'Q', 'x']], ['unknown_column survey!D2']],
    ['a language without a code', ['label::Klingon'], [['note', 'q', 'Q', 'x']], ['unknown_language survey!D1']],
    ['a reference in a label', [], [['note', 'q', 'Là ${q}']], ['reference_in_label survey!C2']],
    [
      'randomised choices',
      ['parameters'],
      [['select_one yes_no', 'q', 'Q', 'randomize=true']],
      ['unsupported_parameter survey!D2'],
    ],
    ['parameters not written as such', ['parameters'], [['note', 'q', 'Q', 'ten']], ['invalid_value survey!D2']],
    [
      'columns that a group has no use for',
      ['hint::vi', 'appearance'],
      [['begin_group', 'g', 'G', null, 'field-list'], ['end_group']],
      ['unused_on_group survey!2'],
    ],
  ])('%s', (_, columns, rows, expected) => {
    expect(codes(survey(columns, ...rows))).toEqual(expected);
  });

  test('an expression, a name or a list that is wrong is reported at the cell where it stands', () => {
    const { definition, issues } = survey(
      ['relevant'],
      ['integer', 'households', 'Hộ'],
      ['integer', 'pledged', 'Cam kết', '${household} > 0'],
      ['integer', 'households', 'Hộ'],
      ['select_one yesno', 'q', 'Q'],
    );
    expect(definition).toBeNull();
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'unknown_name survey!D3',
      'duplicate_name survey!B4',
      'unknown_choices survey!A5',
    ]);
    expect(issues[0]).toMatchObject({ severity: 'error', range: { start: 0, end: 12 } });
    expect(issues[0]?.message.en).toBe(
      "[row : 3] On the 'survey' sheet, column 'relevant': There is no question or calculation named “household”. Did you mean “households”?",
    );
    expect(issues[0]?.message.vi).toMatch(/^\[dòng : 3\] Trên trang tính 'survey', cột 'relevant': Không có câu hỏi/);
  });

  test('a cell that shows an error of the spreadsheet is not taken for text', () => {
    const result = survey(['relevant'], ['note', 'n', 'N', { error: '#NAME?' }]);
    expect(codes(result)).toEqual(['invalid_value survey!D2']);
    expect(result.issues[0]?.message.en).toContain('#NAME?');
    expect(codes(survey(['relevant'], ['note', 'n', 'N', { error: null }]))).toEqual(['invalid_value survey!D2']);
  });

  test.each<[string, FixtureSheets, string[]]>([
    ['no survey', { notes: [] }, ['unknown_sheet notes', 'survey_sheet_missing ']],
    ['an empty survey', { survey: [] }, ['column_missing survey']],
    ['a survey without names', { survey: [['type', 'label']] }, ['column_missing survey']],
    [
      'a sheet that looks misspelt',
      {
        survey: [
          ['type', 'name', 'label'],
          ['note', 'n', 'N'],
        ],
        critera: [],
        entities: [],
      },
      ['unknown_sheet critera', 'unsupported_sheet entities'],
    ],
    [
      'two sheets of one name',
      {
        survey: [
          ['type', 'name', 'label'],
          ['note', 'n', 'N'],
        ],
        'Survey ': [
          ['type', 'name', 'label'],
          ['note', 'n', 'N'],
        ],
      },
      ['duplicate_sheet Survey '],
    ],
    [
      'a choice without a list, and one without a name',
      {
        survey: [
          ['type', 'name', 'label'],
          ['note', 'n', 'N'],
        ],
        choices: [
          ['list_name', 'name', 'label'],
          [null, 'yes', 'Có'],
          ['yes_no', null, 'Có'],
        ],
      },
      ['missing choices!2', 'missing choices!3'],
    ],
    [
      'a second row of settings and a version',
      {
        survey: [
          ['type', 'name', 'label'],
          ['note', 'n', 'N'],
        ],
        settings: [
          ['form_title', 'form_id', 'default_language', 'version'],
          ['A', 'a', 'vi', 2024],
          ['B', 'b', 'en', null],
        ],
      },
      ['unsupported_column settings!D2', 'extra_settings settings!3'],
    ],
  ])('%s', (_, sheets, expected) => {
    expect(codes(readXlsform(workbookBytes({ settings, ...sheets }))).sort()).toEqual(expected.sort());
  });
});

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
