import { expect, test } from 'vitest';
import { templates } from '../templates/templates.ts';
import { checkDefinition } from './check-definition.ts';

const vi = (text: string) => ({ vi: text });

/** A small form without any problem, which each test breaks in one place. */
function form(change: (draft: ReturnType<typeof sound>) => void = () => {}) {
  const draft = sound();
  change(draft);
  return draft;
}

// biome-ignore lint/suspicious/noExplicitAny: the tests write what the schema forbids.
type Anything = any;

function sound(): Anything {
  return {
    id: 'mau-thu',
    title: vi('Mẫu thử'),
    languages: ['vi'],
    sections: [
      {
        name: 'village',
        level: 'village',
        label: vi('Thôn'),
        questions: [
          { type: 'integer', name: 'households', label: vi('Số hộ'), required: true, constraint: '. >= 1' },
          { type: 'integer', name: 'signed', label: vi('Đã ký'), relevant: '${households} > 0' },
          { type: 'select_one', name: 'board', label: vi('Bảng'), choices: 'yes_no' },
          { type: 'calculate', name: 'unsigned', calculation: '${households} - ${signed}' },
        ],
      },
      {
        name: 'commune',
        level: 'commune',
        label: vi('Xã'),
        questions: [{ type: 'integer', name: 'models', label: vi('Mô hình') }],
      },
    ],
    choices: {
      yes_no: [
        { name: 'yes', label: vi('Có') },
        { name: 'no', label: vi('Không') },
      ],
    },
    attributes: [{ name: 'on_key_route', type: 'yes_no', label: vi('Tuyến trọng điểm') }],
    checks: [
      {
        id: 'K1',
        level: 'village',
        test: '${signed} <= ${households}',
        severity: 'error',
        message: vi('${signed} quá ${households}'),
      },
    ],
    calculations: [{ name: 'all_signed', expression: 'sum(${signed}) = sum(${households})' }],
    criteria: [
      {
        id: 'C1',
        title: vi('Ký cam kết'),
        clause: 'II.1',
        requirement: true,
        measure: {
          numerator: 'sum(${signed})',
          denominator: 'sum(${households})',
          comparison: '=',
          target: 1,
          empty: 'invalid',
        },
      },
      { id: 'C2', title: vi('Mô hình'), clause: 'II.2', requirement: false, test: '${models} > 0 and ${all_signed}' },
    ],
    classification: {
      order: ['V', 'I'],
      rules: [
        { class: 'I', when: "${on_key_route} = 'yes'" },
        { class: 'V', when: 'true()' },
      ],
      flags: [{ flag: 'READY', when: "${ready} and ${class} = 'V'" }],
    },
    targets: [{ id: 'T1', title: vi('Chỉ tiêu'), clause: 'V', by: '2025-12-31', share: 0.2 }],
  };
}

test('a sound definition comes back with its defaults filled in', () => {
  const { definition, issues } = checkDefinition(form((draft) => delete draft.targets));
  expect(issues).toEqual([]);
  expect(definition?.targets).toEqual([]);
});

test.each(Object.entries(templates))('the template %s has no problems, errors or warnings', (id, template) => {
  const { definition, issues } = checkDefinition(JSON.parse(JSON.stringify(template)));
  expect(issues).toEqual([]);
  expect(definition).toEqual(template);
  expect(template.id).toBe(id);
});

const questions = 'sections.0.questions';

test.each<[string, (draft: Anything) => void, string, string]>([
  ['a missing key', (d) => delete d.title, 'missing', 'title'],
  ['an unknown key', (d) => (d.colour = 'red'), 'unknown_key', 'colour'],
  ['a value of another type', (d) => (d.languages = 'vi'), 'invalid_type', 'languages'],
  [
    'an unknown question type',
    (d) => (d.sections[0].questions[0].type = 'photo'),
    'invalid_type',
    `${questions}.0.type`,
  ],
  ['a badly written name', (d) => (d.sections[0].questions[0].name = '1st'), 'invalid_format', `${questions}.0.name`],
  ['no language', (d) => (d.languages = []), 'out_of_range', 'languages'],
  ['a target by no date', (d) => (d.targets[0].by = 'soon'), 'invalid_format', 'targets.0.by'],
  [
    'two questions of one name',
    (d) => (d.sections[1].questions[0].name = 'signed'),
    'duplicate_name',
    'sections.1.questions.0.name',
  ],
  [
    'a calculation with a question’s name',
    (d) => (d.calculations[0].name = 'signed'),
    'duplicate_name',
    'calculations.0.name',
  ],
  ['a name that the flags need', (d) => (d.attributes[0].name = 'class'), 'reserved_name', 'attributes.0.name'],
  ['two sections of one name', (d) => (d.sections[1].name = 'village'), 'duplicate_section', 'sections.1.name'],
  ['two checks of one id', (d) => d.checks.push(d.checks[0]), 'duplicate_check', 'checks.1.id'],
  ['two criteria of one id', (d) => (d.criteria[1].id = 'C1'), 'duplicate_criterion', 'criteria.1.id'],
  ['two targets of one id', (d) => d.targets.push(d.targets[0]), 'duplicate_target', 'targets.1.id'],
  [
    'an unknown choice list',
    (d) => (d.sections[0].questions[2].choices = 'colours'),
    'unknown_choices',
    `${questions}.2.choices`,
  ],
  [
    'a select without choices',
    (d) => delete d.sections[0].questions[2].choices,
    'choices_missing',
    `${questions}.2.choices`,
  ],
  ['an empty choice list', (d) => (d.choices.none = []), 'empty_choices', 'choices.none'],
  [
    'a choice that stands twice',
    (d) => (d.choices.yes_no[1].name = 'yes'),
    'duplicate_choice',
    'choices.yes_no.1.name',
  ],
  [
    'a space in a choice that may stand beside others',
    (d) => {
      d.sections[0].questions[2].type = 'select_multiple';
      d.choices.yes_no[1].name = 'not yet';
    },
    'space_in_choice',
    'choices.yes_no.1.name',
  ],
  [
    'a question without a label',
    (d) => delete d.sections[0].questions[0].label,
    'label_missing',
    `${questions}.0.label`,
  ],
  [
    'a formula that does not parse',
    (d) => (d.calculations[0].expression = 'sum('),
    'syntax_error',
    'calculations.0.expression',
  ],
  ['an unknown name', (d) => (d.checks[0].test = '${signed} <= ${house}'), 'unknown_name', 'checks.0.test'],
  ['an unknown function', (d) => (d.criteria[1].test = 'median(${signed}) > 1'), 'unknown_function', 'criteria.1.test'],
  [
    'a village question used bare in a rule',
    (d) => (d.criteria[1].test = '${signed} > 0'),
    'village_question_bare',
    'criteria.1.test',
  ],
  [
    'a number compared with a word',
    (d) => (d.criteria[1].test = "${models} = 'many'"),
    'wrong_type',
    'criteria.1.test',
  ],
  [
    'another level’s question in a form expression',
    (d) => (d.checks[0].test = '${signed} <= ${models}'),
    'other_level',
    'checks.0.test',
  ],
  [
    'a calculation in a form expression',
    (d) => (d.sections[1].relevant = '${all_signed}'),
    'other_level',
    'sections.1.relevant',
  ],
  [
    'class outside the flags',
    (d) => (d.classification.rules[0].when = "${class} = 'V'"),
    'unknown_name',
    'classification.rules.0.when',
  ],
  [
    'a message about a question that is not there',
    (d) => (d.checks[0].message = vi('${models}')),
    'unknown_name',
    'checks.0.message.vi',
  ],
  [
    'a filter on a column that the choices lack',
    (d) => (d.sections[0].questions[2].choice_filter = 'district = 1'),
    'unknown_name',
    `${questions}.2.choice_filter`,
  ],
  [
    'a question that is relevant by its own answer',
    (d) => (d.sections[0].questions[0].relevant = '${signed} > 0'),
    'cycle',
    `${questions}.0.relevant`,
  ],
  [
    'calculations that come back to themselves',
    (d) => (d.calculations[0].expression = '${all_signed}'),
    'cycle',
    'calculations.0.expression',
  ],
  [
    'a calculation that reads one below it',
    (d) => d.calculations.unshift({ name: 'early', expression: '${all_signed}' }),
    'later_calculation',
    'calculations.0.expression',
  ],
  [
    'a calculate without a formula',
    (d) => delete d.sections[0].questions[3].calculation,
    'calculation_missing',
    `${questions}.3.calculation`,
  ],
  [
    'a parameter that is no number',
    (d) => (d.sections[0].questions[0].parameters = { max: '1.000.000' }),
    'invalid_parameter',
    `${questions}.0.parameters.max`,
  ],
  [
    'parameters that leave no room',
    (d) => (d.sections[0].questions[0].parameters = { max: '-1' }),
    'invalid_parameter',
    `${questions}.0.parameters`,
  ],
  [
    'a range without an end',
    (d) => Object.assign(d.sections[0].questions[0], { type: 'range', parameters: { start: '1' } }),
    'missing',
    `${questions}.0.parameters`,
  ],
  [
    'a range that ends before it starts',
    (d) => Object.assign(d.sections[0].questions[0], { type: 'range', parameters: { start: '5', end: '1' } }),
    'invalid_parameter',
    `${questions}.0.parameters`,
  ],
  [
    'a range without steps',
    (d) =>
      Object.assign(d.sections[0].questions[0], { type: 'range', parameters: { start: '1', end: '5', step: '0' } }),
    'invalid_parameter',
    `${questions}.0.parameters`,
  ],
  [
    'a default that is an expression with an unknown name',
    (d) => (d.sections[0].questions[0].default = '${house} + 1'),
    'unknown_name',
    `${questions}.0.default`,
  ],
  [
    'a hidden question whose default comes back to itself',
    (d) => d.sections[0].questions.push({ type: 'hidden', name: 'stamp', default: 'string(${stamp})' }),
    'cycle',
    `${questions}.4.default`,
  ],
  ['a criterion with neither test nor measure', (d) => delete d.criteria[1].test, 'test_or_measure', 'criteria.1'],
  ['a criterion with both', (d) => (d.criteria[0].test = 'true()'), 'test_or_measure', 'criteria.0'],
  [
    '0 of 0 without a denominator',
    (d) => delete d.criteria[0].measure.denominator,
    'empty_without_denominator',
    'criteria.0.measure.empty',
  ],
  [
    'a rule for a class outside the order',
    (d) => (d.classification.rules[0].class = 'X'),
    'unknown_class',
    'classification.rules.0.class',
  ],
  ['a class that stands twice', (d) => d.classification.order.push('V'), 'duplicate_class', 'classification.order.2'],
  ['a target without a goal', (d) => delete d.targets[0].share, 'target_without_goal', 'targets.0'],
])('%s is refused with its code and path', (_, change, code, path) => {
  const { definition, issues } = checkDefinition(form(change));
  expect(issues.map((issue) => [issue.code, issue.path, issue.severity])).toContainEqual([code, path, 'error']);
  expect(definition).toBeNull();
});

test.each([
  ['a word for a number', 0, 'none'],
  ['a number below its least', 0, -1],
  ['what is no choice', 2, 'maybe'],
])('a default that is %s is a warning', (_, question, value) => {
  const { definition, issues } = checkDefinition(
    form((draft) => (draft.sections[0].questions[question].default = value)),
  );
  expect(definition).not.toBeNull();
  expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
    `invalid_default ${questions}.${question}.default`,
  ]);
});

test('an issue in an expression says which characters to underline', () => {
  const source = '${signed} <= ${house}';
  const { issues } = checkDefinition(form((draft) => (draft.checks[0].test = source)));
  expect(issues).toHaveLength(1);
  expect(source.slice(issues[0]?.range?.start, issues[0]?.range?.end)).toBe('${house}');
});

test('a name of another level is reported once, as that', () => {
  const { issues } = checkDefinition(form((draft) => (draft.checks[0].test = '${signed} <= ${models}')));
  expect(issues.map(({ code }) => code)).toEqual(['other_level']);
});

test('all problems are reported at once', () => {
  const { issues } = checkDefinition(
    form((draft) => {
      draft.sections[0].questions[2].choices = 'colours';
      draft.criteria[1].test = 'sum(';
      draft.classification.rules[0].class = 'X';
    }),
  );
  expect(issues.map(({ code }) => code).sort()).toEqual(['syntax_error', 'unknown_choices', 'unknown_class']);
});

test('a text that is missing in one language is a warning and leaves the form usable', () => {
  const { definition, issues } = checkDefinition(form((draft) => draft.languages.push('en')));
  expect(definition).not.toBeNull();
  expect(new Set(issues.map(({ code, severity }) => `${code} ${severity}`))).toEqual(
    new Set(['label_missing warning']),
  );
  expect(issues.map(({ path }) => path)).toContain('sections.0.questions.0.label.en');
});
