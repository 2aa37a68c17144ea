import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../definition/canonical.ts';
import { checkDefinition } from '../definition/check-definition.ts';
import type { FormDefinition } from '../definition/schema.ts';
import { templates } from '../templates/templates.ts';
import { consequencesOf } from './consequences.ts';
import { diffDefinitions } from './diff-definitions.ts';

const label = (vi: string) => ({ vi, en: vi });

// biome-ignore lint/suspicious/noExplicitAny: each test writes another part of the document.
type Draft = any;

function document(): Draft {
  return {
    id: 'mau',
    title: label('Mẫu'),
    languages: ['vi', 'en'],
    sections: [
      {
        name: 'people',
        level: 'village',
        label: label('Dân cư'),
        questions: [
          { type: 'integer', name: 'households', label: label('Số hộ'), required: true },
          { type: 'integer', name: 'signed', label: label('Số hộ đã ký'), constraint: '. <= ${households}' },
          { type: 'select_one', name: 'board', label: label('Bảng'), choices: 'yes_no' },
          { type: 'calculate', name: 'unsigned', calculation: '${households} - ${signed}' },
        ],
      },
      {
        name: 'more',
        level: 'village',
        label: label('Khác'),
        relevant: '${households} > 10',
        questions: [{ type: 'text', name: 'remark', label: label('Ghi chú') }],
      },
    ],
    choices: {
      yes_no: [
        { name: 'yes', label: label('Có') },
        { name: 'no', label: label('Không') },
      ],
    },
    attributes: [{ name: 'on_route', type: 'yes_no', label: label('Tuyến') }],
    checks: [
      {
        id: 'K1',
        level: 'village',
        test: '${signed} <= ${households}',
        severity: 'error',
        message: label('${signed} quá ${households}'),
      },
    ],
    calculations: [{ name: 'all_signed', expression: 'sum(${signed}) = sum(${households})' }],
    criteria: [
      {
        id: 'C1',
        title: label('Ký cam kết'),
        clause: 'II.1',
        requirement: true,
        measure: {
          numerator: 'sum(${signed})',
          denominator: 'sum(${households})',
          comparison: '=',
          target: 1,
          empty: 'invalid',
          counts: label('Đã ký'),
        },
      },
      { id: 'C2', title: label('Bảng'), clause: 'II.2', requirement: false, test: "all(${board} = 'yes')" },
    ],
    classification: {
      order: ['V', 'I'],
      rules: [
        { class: 'I', when: 'not(${all_signed})' },
        { class: 'V', when: 'true()' },
      ],
      flags: [],
    },
    targets: [{ id: 'T1', title: label('Chỉ tiêu'), clause: 'V', by: '2025-12-31', share: 0.2 }],
  };
}

function read(draft: Draft): FormDefinition {
  const { definition, issues } = checkDefinition(draft);
  if (!definition) throw new Error(JSON.stringify(issues));
  return definition;
}

function diff(change: (draft: Draft) => void, renamed: Record<string, string> = {}) {
  const after = document();
  change(after);
  return diffDefinitions(read(document()), read(after), renamed);
}

const summary = (changes: ReturnType<typeof diff>) =>
  changes.map(({ code, path, severity }) => `${code} ${path} ${severity}`);

const q = 'sections.0.questions';

test.each<[string, (d: Draft) => void, string[]]>([
  ['a spelling of an expression', (d) => (d.checks[0].test = '( ${signed}<=${households} )'), []],
  [
    'a new question',
    (d) => d.sections[0].questions.push({ type: 'integer', name: 'new', label: label('Mới') }),
    [`question_added ${q}.4 meaning`],
  ],
  ['a question less', (d) => d.sections[1].questions.pop(), ['question_removed sections.1.questions.0 meaning']],
  [
    'a question elsewhere in its section',
    (d) => d.sections[0].questions.unshift(d.sections[0].questions.splice(2, 1)[0]),
    [`question_moved ${q}.0 wording`],
  ],
  [
    'sections in another order',
    (d) => {
      d.sections[1].questions.push({ type: 'text', name: 'more_remarks', label: label('Thêm') });
      d.sections.reverse();
    },
    ['section_order_changed sections wording', 'question_added sections.0.questions.1 meaning'],
  ],
  [
    'a question under another condition',
    (d) => d.sections[0].questions.push(d.sections[1].questions.pop()),
    [`question_moved ${q}.4 meaning`],
  ],
  ['another type', (d) => (d.sections[0].questions[0].type = 'decimal'), [`question_type_changed ${q}.0.type meaning`]],
  [
    'no longer required',
    (d) => (d.sections[0].questions[0].required = false),
    [`question_required_changed ${q}.0.required meaning`],
  ],
  ['what was said by default', (d) => (d.sections[0].questions[1].required = false), []],
  [
    'a condition',
    (d) => (d.sections[0].questions[2].relevant = '${households} > 0'),
    [`question_relevant_changed ${q}.2.relevant meaning`],
  ],
  [
    'no constraint',
    (d) => delete d.sections[0].questions[1].constraint,
    [`question_constraint_changed ${q}.1.constraint meaning`],
  ],
  [
    'a formula',
    (d) => (d.sections[0].questions[3].calculation = '${signed}'),
    [`question_calculation_changed ${q}.3.calculation meaning`],
  ],
  ['a default', (d) => (d.sections[0].questions[0].default = 1), [`question_default_changed ${q}.0.default meaning`]],
  [
    'read-only',
    (d) => (d.sections[0].questions[0].readonly = true),
    [`question_readonly_changed ${q}.0.readonly meaning`],
  ],
  [
    'a label',
    (d) => (d.sections[0].questions[0].label.en = 'Households'),
    [`question_wording_changed ${q}.0.label wording`],
  ],
  [
    'the condition of a section',
    (d) => (d.sections[1].relevant = '${households} > 11'),
    ['section_relevant_changed sections.1.relevant meaning'],
  ],
  [
    'a choice more, one less and one worded otherwise',
    (d) => {
      d.choices.yes_no[0].label.vi = 'Đã có';
      d.choices.yes_no[1].name = 'none';
    },
    [
      'choice_removed choices.yes_no.1 meaning',
      'choice_wording_changed choices.yes_no.0.label wording',
      'choice_added choices.yes_no.1 meaning',
    ],
  ],
  ['choices in another order', (d) => d.choices.yes_no.reverse(), ['choice_order_changed choices.yes_no wording']],
  ['an attribute', (d) => (d.attributes[0].type = 'text'), ['attribute_type_changed attributes.0.type meaning']],
  ['a check', (d) => (d.checks[0].test = '${signed} < ${households}'), ['check_rule_changed checks.0 meaning']],
  ['what a check says', (d) => (d.checks[0].message.vi = 'Sai'), ['check_wording_changed checks.0.message wording']],
  [
    'a calculation',
    (d) => (d.calculations[0].expression = 'true()'),
    ['calculation_rule_changed calculations.0.expression meaning'],
  ],
  [
    'the rule of a criterion',
    (d) => (d.criteria[0].measure.target = 0.9),
    ['criterion_rule_changed criteria.0 meaning'],
  ],
  [
    'the words of a criterion',
    (d) => {
      d.criteria[0].measure.counts.vi = 'Số hộ ký';
      d.criteria[0].title.vi = 'Hộ ký cam kết';
    },
    ['criterion_wording_changed criteria.0.title wording', 'criterion_wording_changed criteria.0 wording'],
  ],
  [
    'a criterion that is now required',
    (d) => (d.criteria[1].requirement = true),
    ['criterion_kind_changed criteria.1 meaning'],
  ],
  ['the classes', (d) => d.classification.rules.shift(), ['classification_rule_changed classification meaning']],
  ['no classes', (d) => delete d.classification, ['classification_removed classification meaning']],
  ['a target', (d) => (d.targets[0].share = 0.25), ['target_goal_changed targets.0 meaning']],
  ['the title', (d) => (d.title.vi = 'Mẫu mới'), ['form_wording_changed title wording']],
])('%s is told of by its code, place and severity', (_, change, expected) => {
  expect(summary(diff(change))).toEqual(expected);
});

/** Renames a question in its own place only; what reads it is put right by the caller. */
const rename = (d: Draft, to: string) => {
  const text = JSON.stringify(d).replaceAll('"signed"', `"${to}"`).replaceAll('${signed}', `\${${to}}`);
  Object.assign(d, JSON.parse(text));
};

test('a question that was renamed everywhere is one change, with both names', () => {
  const changes = diff((d) => rename(d, 'households_signed'));
  expect(summary(changes)).toEqual([`question_renamed ${q}.1.name meaning`]);
  expect(changes[0]).toMatchObject({ before: 'signed', after: 'households_signed' });
});

test('what was renamed and reworded at once is one question removed and one new, unless the author says', () => {
  const change = (d: Draft) => {
    rename(d, 'pledged');
    d.sections[0].questions[1].label = label('Số hộ cam kết');
  };
  expect(summary(diff(change))).toEqual(expect.arrayContaining([`question_removed ${q}.1 meaning`]));
  expect(summary(diff(change, { signed: 'pledged' }))).toEqual([
    `question_renamed ${q}.1.name meaning`,
    `question_wording_changed ${q}.1.label wording`,
  ]);
});

test('a rule that reads a question which took the name of another is another rule', () => {
  const before = read(document());
  const after: Draft = document();
  // The board goes by the name that the signed households had, which are no longer asked.
  const [households, , board] = after.sections[0].questions;
  after.sections[0].questions = [households, { ...board, name: 'signed' }];
  Object.assign(after, { checks: [], calculations: [], classification: undefined });
  after.criteria = [{ ...after.criteria[1], test: "all(${signed} = 'yes')" }];
  const unread = { ...before, criteria: [{ ...before.criteria[1]!, test: "all(${signed} = 'yes')" }] };

  const renamed = { board: 'signed' };
  expect(summary(diffDefinitions(before, after, renamed))).not.toContain('criterion_rule_changed criteria.0 meaning');
  expect(summary(diffDefinitions(unread, after, renamed))).toContain('criterion_rule_changed criteria.0 meaning');
  expect(summary(diffDefinitions(before, after, renamed))).toContain(`question_removed ${q}.1 meaning`);
});

test('what there is only one of is called by no name', () => {
  const [change] = diff((d) => d.classification.rules.shift());
  expect(change?.message).toEqual({
    vi: 'Thay đổi quy tắc của việc phân loại.',
    en: 'The rule of the classification has changed.',
  });
});

test('a change says in both languages what it is about', () => {
  const [change] = diff((d) => (d.criteria[0].measure.target = 0.9));
  expect(change?.message).toEqual({
    vi: 'Thay đổi quy tắc của tiêu chí “Ký cam kết” (C1).',
    en: 'The rule of the criterion “Ký cam kết” (C1) has changed.',
  });
});

test('consequences are counted and said in plain sentences', () => {
  const changes = diff((d) => {
    d.sections[1].questions.pop();
    d.criteria[0].measure.target = 0.9;
    d.criteria[1].requirement = true;
    d.checks.pop();
  });
  expect(consequencesOf(changes).map(({ en }) => en)).toEqual([
    'Answers to 1 question are no longer asked; those already given are kept aside and do not count.',
    '1 rule on answers changed: what was accepted may now be refused, and the other way round.',
    '1 criterion is judged by another rule: scores of the same answers may differ.',
    '1 criterion is now required for recognition.',
  ]);
});

test('where only words differ, that is the consequence, and the same form has none', () => {
  expect(consequencesOf(diff((d) => (d.title.vi = 'Mẫu mới')))).toEqual([
    {
      vi: 'Chỉ thay đổi câu chữ và cách sắp xếp: câu trả lời và kết quả đánh giá giữ nguyên.',
      en: 'Only words and their order have changed: answers and scores stay as they are.',
    },
  ]);
  expect(consequencesOf(diff(() => {}))).toEqual([]);
});

test('a change of meaning that no sentence is about is counted all the same', () => {
  const changes = diff((d) => {
    d.attributes[0].type = 'text';
    d.sections[0].questions[0].default = 1;
  });
  expect(consequencesOf(changes).map(({ en }) => en)).toEqual([
    '1 question starts from another value, in responses opened from now on.',
    '1 other change has meaning and should be read one by one.',
  ]);
});

/** Paths to every piece of text, number and truth value of a document. */
function leaves(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, member]) => leaves(member, [...path, key]));
}

const everyForm = Object.values(templates);

test('no difference goes unnoticed, wherever in the document it is', () => {
  const place = fc
    .constantFrom(...everyForm)
    .chain((form) => fc.record({ form: fc.constant(form), path: fc.constantFrom(...leaves(form)) }));
  fc.assert(
    fc.property(place, ({ form, path }) => {
      const draft: Draft = structuredClone(form);
      const last = path.at(-1)!;
      const parent = path.slice(0, -1).reduce((node, key) => node[key], draft);
      const old = parent[last];
      parent[last] = typeof old === 'string' ? `${old}x` : typeof old === 'number' ? old + 1 : !old;
      expect(diffDefinitions(form, draft).length).toBeGreaterThan(0);
      expect(diffDefinitions(draft, form).length).toBeGreaterThan(0);
    }),
    { numRuns: 100 },
  );
});

test('no list goes unnoticed when one of its items is gone', () => {
  for (const form of everyForm) {
    for (const key of ['sections', 'attributes', 'checks', 'calculations', 'criteria', 'targets'] as const) {
      if (form[key].length === 0) continue;
      const changes = diffDefinitions(form, { ...form, [key]: form[key].slice(1) });
      expect(changes.map(({ code }) => code)).toContainEqual(expect.stringMatching(/_removed$/));
    }
  }
});

test('a form has no difference from itself, and the differences found are always the same', () => {
  for (const form of everyForm) {
    expect(diffDefinitions(form, structuredClone(form))).toEqual([]);
    const other = { ...form, criteria: form.criteria.toReversed() };
    expect(canonicalJson(diffDefinitions(form, other))).toBe(canonicalJson(diffDefinitions(form, other)));
  }
});
