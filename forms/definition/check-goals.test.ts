import { expect, test } from 'vitest';
import { langChanh2023 } from '../templates/lang-chanh-2023.ts';
import { checkDefinition } from './check-definition.ts';

// biome-ignore lint/suspicious/noExplicitAny: the tests write what the schema forbids.
type Anything = any;

const withParts = langChanh2023.criteria.findIndex(({ all }) => all);
const yearly = { id: 'L1', title: { vi: 'Báo cáo', en: 'Report' }, clause: 'V', kind: 'every', period: 'year' };
const due = { ...yearly, inclusive: false, due: '06-12' };

function checked(change: (draft: Anything, parts: Anything) => void) {
  const draft: Anything = structuredClone(langChanh2023);
  change(draft, draft.criteria[withParts]);
  return checkDefinition(draft);
}

test('a calendar has dates of one day, of every year, and none', () => {
  const { period: _, ...once } = { ...due, id: 'L2', kind: 'due', due: '2024-05-05' };
  const weekly = { ...yearly, id: 'L3', period: 'week', inclusive: true };
  expect(checked((draft) => (draft.calendar = [due, once, weekly])).issues).toEqual([]);
});

test.each<[string, (draft: Anything, parts: Anything) => void, string, string]>([
  ['of one part', (_, c) => (c.all = [c.all[0]]), 'out_of_range', `criteria.${withParts}.all`],
  ['with a test beside its parts', (_, c) => (c.test = 'true()'), 'test_or_measure', `criteria.${withParts}`],
  [
    'with an unknown name in a part',
    (_, c) => (c.all[1].numerator = 'sum(${sign})'),
    'unknown_name',
    `criteria.${withParts}.all.1.numerator`,
  ],
  [
    'with 0 of 0 where there is no denominator',
    (_, c) => delete c.all[0].denominator,
    'empty_without_denominator',
    `criteria.${withParts}.all.0.empty`,
  ],
])('a criterion %s is refused', (_, change, code, path) => {
  expect(checked(change).issues.map((issue) => [issue.code, issue.path])).toContainEqual([code, path]);
});

test.each<[string, (draft: Anything) => void, string, string]>([
  ['whose level does not ask', (d) => delete d.targets[0].level, 'unknown_name', 'targets.0.state.question'],
  ['that is no choice', (d) => (d.targets[0].state.is = 'maybe'), 'unknown_choice', 'targets.0.state.is'],
  ['of another shape', (d) => (d.targets[0].state = { recognised: true }), 'invalid_type', 'targets.0.state'],
])('a target’s state %s is refused', (_, change, code, path) => {
  expect(checked(change).issues.map((issue) => [issue.code, issue.path])).toContainEqual([code, path]);
});

test.each<[string, Anything[], string, string]>([
  ['that is due once and has no date', [{ ...due, kind: 'due', due: undefined }], 'missing', 'calendar.0.due'],
  ['on no day of the year', [{ ...due, due: '13-01' }], 'invalid_format', 'calendar.0.due'],
  ['that comes again at no period', [{ ...due, period: undefined }], 'missing', 'calendar.0.period'],
  ['with the id of another', [due, due], 'duplicate_calendar', 'calendar.1.id'],
])('a calendar entry %s is refused', (_, calendar, code, path) => {
  const { issues } = checked((draft) => (draft.calendar = JSON.parse(JSON.stringify(calendar))));
  expect(issues.map((issue) => [issue.code, issue.path])).toContainEqual([code, path]);
});

test('what parts, flags and calendar entries say is wanted in every language of the form', () => {
  const { issues } = checked((draft, parts) => {
    delete parts.all[0].counts.en;
    delete draft.calendar[0].title.en;
    draft.classification = {
      order: ['V'],
      labels: { V: { vi: 'Không ma túy' } },
      rules: [{ class: 'V', when: 'true()' }],
      flags: [{ flag: 'READY', when: '${ready}', label: { vi: 'Đạt' } }],
    };
  });
  expect(issues.map(({ path }) => path)).toEqual([
    `criteria.${withParts}.all.0.counts.en`,
    'classification.labels.V.en',
    'classification.flags.0.label.en',
    'calendar.0.title.en',
  ]);
});
