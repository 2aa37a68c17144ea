import { describe, expect, test } from 'vitest';
import type { FixtureSheets, Shape } from '../workbook.fixture.ts';
import { read, survey } from './read-sheets.fixture.ts';

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
  expect(definition?.sections[0]?.label).toEqual({ vi: 'Thông tin chung', en: 'General information' });
  expect(new Set(issues.map(({ code, severity }) => `${severity} ${code}`))).toEqual(
    new Set(['warning label_missing']),
  );
});
