import { describe, expect, test } from 'vitest';
import { type FixtureCell, type FixtureSheets, workbookBytes } from '../workbook.fixture.ts';
import { codes, settings, survey } from './read-sheets.fixture.ts';
import { readXlsform } from './read-xlsform.ts';

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
    [
      'a function of other tools',
      ['calculation'],
      [['calculate', 'q', null, "pulldata('a', 'b', 'c', 'd')"]],
      ['unknown_function survey!D2'],
    ],
    ['a path into the form', ['relevant'], [['note', 'q', 'Q', '/data/q = 1']], ['syntax_error survey!D2']],
    ['a loop', [], [['begin loop over yes_no', 'q', 'Q']], ['unsupported_type survey!A2']],
    ['a list named twice', ['choices'], [['select_one yes_no', 'q', 'Q', 'other']], ['invalid_value survey!D2']],
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
    expect(issues[0]?.message.en).toMatch(
      /^\[row : 3\] On the 'survey' sheet, column “relevant”: \$\{household\} does not exist/,
    );
    expect(issues[0]?.message.vi).toMatch(/^\[dòng : 3\] Trên trang tính 'survey', cột “relevant”: /);
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
      'a language that the form does not list',
      {
        survey: [
          ['type', 'name', 'label::vi', 'label::en'],
          ['note', 'n', 'N', 'N'],
        ],
        settings: [
          ['form_title', 'form_id', 'default_language', 'languages'],
          ['A', 'a', 'vi', 'vi'],
        ],
      },
      ['language_not_listed settings'],
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
