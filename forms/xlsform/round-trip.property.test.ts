import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDefinition, type FormDefinition, readXlsform, writeXlsform } from '../index.ts';

/** Everything that a spreadsheet, XML or a careless reader might change on the way. */
const awkward = [
  '=1+1',
  "'yes'",
  ' có dấu cách ',
  'hai\ndòng',
  'a\r\nb',
  '_x000D_',
  '_x005F_',
  '<b>&amp;</b>',
  ']]>',
  '007',
  '1e5',
  'TRUE',
  'yes',
  'có',
  '#REF!',
  '\u0000\u0007',
  '\ud800',
  '\ufffe',
  '😀',
  'NFD: ê',
  '15%',
  'a;b',
  '"',
  '\t',
  '[row : 3]',
];
const text = fc
  .oneof(fc.constantFrom(...awkward), fc.string({ unit: 'binary', minLength: 1 }))
  .map((any) => (any.trim() === '' ? `x${any}` : any));
const option = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const labels = fc.record({ vi: text, en: text });
const maybeLabels = fc.option(fc.record({ vi: text, en: text }, { requiredKeys: ['vi'] }), { nil: undefined });
const form = fc.constantFrom('true()', '1 = 1', "'a\"b' != ''", ' 2  > 1', 'concat("é", \'\n\') = ""');
const score = fc.constantFrom('true()', ' 2  > 1', "'é' = '<'", '1 >\n0');
const amount = fc.constantFrom('1 + 1', '007', ' 2 ');
const maybeForm = fc.option(form, { nil: undefined });
const rule = fc.option(fc.oneof(fc.boolean(), form), { nil: undefined });
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((any) => any || 0);
const level = fc.constantFrom('commune' as const, 'village' as const);
const question = fc
  .record({
    type: fc.constantFrom(
      'integer',
      'decimal',
      'text',
      'note',
      'date',
      'select_one',
      'select_multiple',
      'range',
      'calculate',
      'hidden',
      'acknowledge',
    ),
    label: labels,
    hint: maybeLabels,
    guidance_hint: maybeLabels,
    unit: maybeLabels,
    required: rule,
    required_message: maybeLabels,
    relevant: maybeForm,
    constraint: maybeForm,
    constraint_message: maybeLabels,
    readonly: rule,
    appearance: option(text),
    choice_filter: maybeForm,
    default: option(fc.oneof(text, number)),
    key: option(text),
  })
  .map(({ key, default: value, ...rest }) => {
    const select = rest.type.startsWith('select');
    const holdsNumbers = ['integer', 'decimal', 'range', 'calculate', 'hidden'].includes(rest.type);
    return {
      ...rest,
      ...(select && { choices: 'list' }),
      ...(rest.type === 'calculate' && { calculation: '1 + 1' }),
      ...(typeof value === 'string' || holdsNumbers ? { default: value } : {}),
      ...(rest.type === 'range'
        ? { parameters: { start: '0', end: '5' } }
        : key !== undefined && { parameters: { key } }),
    };
  });

const measure = fc.record({
  numerator: amount,
  denominator: amount,
  comparison: fc.constantFrom('=', '<', '<=', '>', '>='),
  target: number,
  empty: option(fc.constantFrom('met', 'invalid')),
  counts: maybeLabels,
  unit: maybeLabels,
});

const criterion = fc
  .record({
    title: labels,
    clause: text,
    quote: maybeLabels,
    reading: maybeLabels,
    requirement: fc.boolean(),
    applicable: option(score),
    weight: option(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map((any) => any || 0)),
    measures: fc.array(measure, { minLength: 1, maxLength: 3 }),
  })
  .map(({ measures: [first, ...more], ...rest }) => ({
    ...rest,
    ...(more.length === 0 ? { measure: first } : { all: [first, ...more] }),
  }));

const states = {
  recognised: {},
  answer: { state: { question: 'asked', is: 'c0' } },
  class: { state: { classFrom: 'I', classTo: 'constructor' } },
};

const definition = fc
  .record({
    title: labels,
    source: maybeLabels,
    sections: fc.array(
      fc.record({ level, label: labels, relevant: maybeForm, questions: fc.array(question, { maxLength: 4 }) }),
      { minLength: 1, maxLength: 3 },
    ),
    choices: fc.array(fc.record({ label: labels, region: option(text), value: option(text), tag: option(text) }), {
      minLength: 1,
      maxLength: 3,
    }),
    checks: fc.array(fc.record({ level, test: form, severity: fc.constantFrom('error', 'warning'), message: labels }), {
      maxLength: 2,
    }),
    criteria: fc.array(criterion, { maxLength: 2 }),
    attribute: option(fc.record({ type: fc.constantFrom('yes_no', 'number', 'text'), label: labels })),
    calculation: option(fc.record({ expression: amount, label: maybeLabels })),
    flag: option(fc.record({ when: score, label: maybeLabels })),
    classLabel: maybeLabels,
    state: fc.constantFrom('recognised', 'answer', 'class'),
    due: fc.constantFrom('2025-12-31', '2030-02-28'),
    day: option(fc.constantFrom('06-12', '12-31')),
    inclusive: fc.boolean(),
    units: fc.uniqueArray(
      text.map((any) => any.replace(/\s+/g, ' ').trim()).filter((any) => any !== ''),
      { minLength: 2, maxLength: 3 },
    ),
  })
  .map(
    ({
      sections,
      choices,
      checks,
      criteria,
      attribute,
      calculation,
      flag,
      classLabel,
      state,
      due,
      day,
      inclusive,
      units,
      ...rest
    }) => ({
      id: 'form-a--b-',
      languages: ['vi', 'en'],
      ...rest,
      sections: [
        ...sections.map(({ questions, ...section }, s) => ({
          ...section,
          name: `section_${s}`,
          questions: questions.map((one, q) => ({ ...one, name: `q_${s}_${q}` })),
        })),
        {
          name: 'last',
          level: 'village',
          label: rest.title,
          questions: [{ type: 'select_one', name: 'asked', label: rest.title, choices: 'list' }],
        },
      ],
      choices: { list: choices.map((choice, c) => ({ ...choice, name: `c${c}` })) },
      checks: checks.map((check, c) => ({ ...check, id: `K${c}` })),
      criteria: criteria.map((one, c) => ({ ...one, id: `C${c}` })),
      ...(attribute && { attributes: [{ name: 'fact', ...attribute }] }),
      ...(calculation && { calculations: [{ name: 'number', ...calculation }] }),
      ...(flag && {
        classification: {
          order: ['constructor', 'I'],
          ...(classLabel && { labels: { I: classLabel } }),
          rules: [{ class: 'I', when: 'true()' }],
          flags: [{ flag: 'F', ...flag }],
        },
      }),
      targets: [
        {
          id: 'T',
          title: rest.title,
          clause: 'V',
          by: due,
          level: 'village',
          ...states[state === 'class' && !flag ? 'recognised' : state],
          units,
        },
      ],
      calendar: [
        { id: 'D1', kind: 'due', title: rest.title, clause: 'V', inclusive, due },
        {
          id: 'D2',
          kind: 'every',
          title: rest.title,
          clause: 'V',
          inclusive,
          period: 'year',
          due: day,
          audience: 'commune',
        },
      ],
    }),
  );

test('any form comes back from a workbook as it was', async () => {
  await fc.assert(
    fc.asyncProperty(definition, async (json) => {
      // What is undefined is no key in JSON, and messages may not mention questions that are not there.
      const plain = JSON.parse(JSON.stringify(json).replaceAll('${', '$ {')) as unknown;
      const { definition: before } = checkDefinition(plain);
      expect(before).not.toBeNull();
      const { definition: after, issues } = await readXlsform(await writeXlsform(before as FormDefinition));
      expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(after).toEqual(before);
    }),
    { numRuns: 80 },
  );
}, 60_000);
