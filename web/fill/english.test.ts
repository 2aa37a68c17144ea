import { expect, test } from 'vitest';
import type { Issue } from '../../forms/index.ts';
import { definition, link, overview, receipt, review, sectionView, unit } from './fixture.ts';
import { messagePage } from './message.tsx';
import { overviewPage } from './overview.tsx';
import { pinPage } from './pin.tsx';
import { blankPaper, paper } from './print/fixture.ts';
import { printPage } from './print/print-page.tsx';
import { printTextOf } from './print/text.ts';
import { receiptPage } from './receipt.tsx';
import { reviewPage } from './review.tsx';
import { sectionPage } from './section.tsx';
import { textOf } from './text.ts';
import type { UnitView } from './view.ts';
import { withdrawPage } from './withdraw.tsx';
import { workerTextOf } from './worker-text.ts';

/** Stands in for what a sentence is made with, so that only its own words are compared. */
const GAP = '¤';
const gaps = new Proxy(
  Object.assign(() => GAP, { toString: () => GAP }),
  {
    get: (target, key) => (key === Symbol.toPrimitive ? () => GAP : key === 'toString' ? target.toString : GAP),
  },
);

/** Every run of words in a catalogue, the branches of its functions that numbers lead to included. */
function words(entry: unknown): string[] {
  if (typeof entry === 'string') return entry.split(GAP);
  if (typeof entry !== 'function') return Object.values(entry as object).flatMap(words);
  const made = [gaps, 0, 7].map((value) => {
    try {
      return String(entry(value, value, value));
    } catch {
      return '';
    }
  });
  return made.flatMap((text) => text.split(/[¤\d]+/));
}

const catalogue = (language: string) => [textOf(language), workerTextOf(language), printTextOf(language)];
const distinct = (texts: string[]) => [...new Set(texts.map((text) => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')))];
const english = new Set(distinct(words(catalogue('en'))));
const vietnamese = distinct(words(catalogue('vi'))).filter((text) => text.length > 1 && !english.has(text));

/** What a reader sees of a page, and what is read out to them. */
const visible = (html: string) =>
  html
    .replace(/<style[\s\S]*?<\/style>/g, ' ')
    .replace(/<nav class="languages"[\s\S]*?<\/nav>/g, ' ')
    .replace(/<[^>]*aria-label="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(/<[^>]*>/g, ' ');

const inEnglish = { language: 'en', round: { ...link.round, name: 'Round of 2024' }, form: { title: 'Form' } };
const commune = { ...link.commune, name: 'Alpha', kindLabel: 'commune' };
const named = (level: UnitView['level'], changes: Parameters<typeof unit>[1] = {}): UnitView => {
  const made = unit(level, { name: 'Beta', kindLabel: 'village', ...changes });
  const titled = (name: string) => definition.sections.find((section) => section.name === name)!.label.en!;
  return { ...made, sections: made.sections.map((section) => ({ ...section, label: titled(section.name) })) };
};
const shared = { ...inEnglish, commune };
const closed = { ...shared, editable: false, submission: receipt.submission };
const issue = (changes: Partial<Issue>): Issue => ({
  code: 'check',
  severity: 'error',
  path: 'addicts_total',
  message: { vi: 'Cần sửa số này.', en: 'Correct this number.' },
  ...changes,
});
const finding = {
  key: 'a',
  unitId: 'b',
  unitName: 'Beta',
  message: 'Wrong.',
  href: '#',
  reason: '',
  reasonWrong: null,
};
const section = (name: string, changes: Parameters<typeof sectionView>[1] = {}) => {
  const view = sectionView(name, {
    ...shared,
    next: null,
    previous: null,
    others: { previous: null, next: null },
    ...changes,
  });
  return sectionPage({ ...view, unit: named(view.section.level, { answered: 3 }) });
};

const pages: [string, string][] = [
  ['the overview', overviewPage({ ...overview, ...shared, units: [named('commune'), named('village')] })],
  ['a submitted overview', overviewPage({ ...overview, ...closed, units: [named('village', { answered: 32 })] })],
  ...definition.sections.map(({ name }): [string, string] => [`the section ${name}`, section(name)]),
  [
    'a section with errors, warnings and blanks',
    section('drug_users', {
      issues: [issue({}), issue({ severity: 'warning', path: 'users_total' }), issue({ code: 'required', path: 'x' })],
      saved: true,
    }),
  ],
  ['a section in conflict', section('drug_users', { conflict: { answers: { addicts_total: 1 }, savedAt: link.now } })],
  [
    'a section that is tried out, with a comment',
    section('drug_users', {
      preview: { start: '/a', leave: '/b' },
      comments: [{ id: '1', text: 'Count again.', about: 'Beta', href: null, question: null }],
    }),
  ],
  ['the question before a file is taken back', withdrawPage({ ...receipt, ...shared, revision: 1 })],
  ['a section to read', section('drug_users', { editable: false })],
  ['the review', reviewPage({ ...review, ...shared, errors: [finding], confirmations: [{ ...finding, key: 'c' }] })],
  ['a refused review', reviewPage({ ...review, ...shared, confirmations: [finding], refused: true })],
  ['the receipt', receiptPage({ ...receipt, ...shared })],
  ...[paper, blankPaper].map((view): [string, string] => {
    const units = [
      { ...view.units[0]!, ...commune },
      { ...view.units[1]!, name: 'Beta', kindLabel: 'village', raw: {}, answers: { board: 'yes' } },
    ];
    const page = printPage({ ...view, ...shared, units });
    return [view.filled ? 'the filled form on paper' : 'the empty form on paper', page];
  }),
  [
    'the page that asks for a PIN',
    pinPage({
      ...{ language: 'en', nonce: '', base: '/s/a', next: '/s/a', unit: commune, round: inEnglish.round },
      ...{ code: 'pin_wrong', error: 'The PIN is wrong.', triesLeft: 3, lockedUntil: null },
      kept: [{ label: 'Addicts', value: '3' }],
    }),
  ],
  ['a message', messagePage({ language: 'en', nonce: '', title: 'A', body: [], code: 'x', kept: [] })],
];

test('what is looked for is there in Vietnamese', () => {
  expect(vietnamese.length).toBeGreaterThan(100);
  const found = vietnamese.filter((text) => visible(overviewPage(overview)).includes(text));
  expect(found).toEqual(expect.arrayContaining(['Nộp phiếu', 'Hạn nhập số liệu', 'đã xong']));
});

test.each(pages)('%s has no Vietnamese word of the pages’ own in English', (_, html) => {
  expect(html).toContain('<html lang="en">');
  const text = ` ${visible(html).replace(/\s+/g, ' ')} `;
  const whole = (words: string) =>
    new RegExp(`(?<![\\p{L}])${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}])`, 'u');
  expect(vietnamese.filter((words) => whole(words).test(text))).toEqual([]);
});
