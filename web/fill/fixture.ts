import { type Answers, type Scorecard, scoreCommune, templates } from '../../forms/index.ts';
import type {
  LinkView,
  OverviewView,
  ReceiptView,
  ReviewView,
  SectionProgress,
  SectionView,
  UnitView,
} from './view.ts';

/** Views of a made-up commune over the Tam Đường form, for tests of the pages. */
export const definition = templates['tam-duong-2024']!;

export const link: LinkView = {
  language: 'vi',
  languages: ['vi', 'en'],
  base: '/s/12-abc',
  nonce: 'bm9uY2U',
  script: '/fill-abc.js',
  form: { title: 'Xây dựng xã, thị trấn không có ma túy: huyện Tam Đường, 2024' },
  round: { name: 'Kỳ khảo sát năm 2024', dueAt: null, closesAt: '2024-12-11T17:00:00.000Z' },
  commune: { id: 'commune', name: 'Bản Bo', kindLabel: 'xã' },
  now: '2024-12-06T07:32:00.000Z',
  submission: { state: 'collecting', reference: null, submittedAt: null },
  editable: true,
  canSubmit: true,
  canWithdraw: false,
};

/** A unit whose sections are answered from the first on, as far as `answered` reaches. */
export function unit(level: UnitView['level'], changes: Partial<UnitView> & { answered?: number } = {}): UnitView {
  const { answered = 0, ...rest } = changes;
  let left = answered;
  const sections = definition.sections
    .filter((section) => section.level === level)
    .map((section): SectionProgress => {
      const asked = section.questions.length;
      const done = Math.min(left, asked);
      left -= done;
      const label = section.label.vi ?? section.name;
      return { name: section.name, label, answered: done, asked, errors: 0, warnings: 0 };
    });
  return {
    id: level,
    name: level === 'commune' ? 'Bản Bo' : 'Nà Can',
    kindLabel: level === 'commune' ? 'xã' : 'bản',
    level,
    state: answered === 0 ? 'not_started' : 'in_progress',
    sections,
    updatedAt: answered === 0 ? null : '2024-12-06T07:30:00.000Z',
    ...rest,
  };
}

/** What a village writes where nothing is wrong and nobody is addicted; every count not named is 0. */
export function village(changes: Answers = {}): Answers {
  const counts = definition.sections
    .filter((section) => section.level === 'village')
    .flatMap((section) => section.questions)
    .filter((question) => question.type === 'integer' || question.type === 'decimal')
    .map((question) => [question.name, 0]);
  const pledges = { population: 412, households_total: 98, households_committed: 98, no_plant_pledges: 98 };
  return { ...Object.fromEntries(counts), ...pledges, hotline_board: 'yes', tip_box: 'yes', ...changes };
}

/** One village has a hotspot, one is missing: requirements met, not met, undetermined and without occasion. */
export const scorecard: Scorecard = scoreCommune(definition, {
  commune: { models_effective: 1, union_models: 1, agencies_with_drugs: 0 },
  attributes: {},
  villages: [
    {
      id: 'v1',
      name: 'Nà Can',
      kind: 'bản',
      answers: village({ hotspots: 1, addicts_total: 3, addicts_with_file: 3 }),
    },
    { id: 'v2', name: 'Phiêng Hoi', kind: 'bản', answers: village() },
    { id: 'v3', name: 'Nà Khuy', kind: 'bản', answers: null },
  ],
});

/** The same commune with every village in and nothing amiss. */
export const readyScorecard: Scorecard = scoreCommune(definition, {
  commune: { models_effective: 1, union_models: 1, agencies_with_drugs: 0 },
  attributes: {},
  villages: [{ id: 'v1', name: 'Nà Can', answers: village() }],
});

export const overview: OverviewView = {
  ...link,
  units: [
    unit('commune', { answered: 5, state: 'complete' }),
    unit('village', { id: 'v1', name: 'Nà Can', answered: 32, state: 'complete' }),
    unit('village', { id: 'v2', name: 'Phiêng Hoi', answered: 7 }),
    unit('village', { id: 'v3', name: 'Nà Khuy' }),
    unit('village', { id: 'v4', name: 'Cốc Phung' }),
  ],
  scorecard,
  definition,
  comments: [],
};

/** The page of one village section, nothing typed yet. */
export function sectionView(name: string, changes: Partial<SectionView> = {}): SectionView {
  const section = definition.sections.find((candidate) => candidate.name === name)!;
  return {
    ...link,
    unit: unit(section.level, { answered: 2 }),
    section,
    definition,
    next: { href: `${link.base}/village/crime`, label: 'Tội phạm, tụ điểm' },
    previous: { href: `${link.base}/village/residents`, label: 'Dân cư' },
    others: { previous: null, next: { href: `${link.base}/v2/${name}`, label: 'Bản Phiêng Hoi: Cam kết' } },
    revision: 3,
    saveId: '01890000-0000-7000-8000-000000000001',
    answers: {},
    raw: {},
    relevant: new Set(section.questions.map((question) => question.name)),
    issues: [],
    comments: [],
    conflict: null,
    saved: false,
    ...changes,
  };
}

export const review: ReviewView = {
  ...link,
  definition,
  scorecard,
  errors: [],
  confirmations: [],
  refused: false,
  submissionId: '01890000-0000-7000-8000-000000000002',
  inputsVersion: 41,
};

export const receipt: ReceiptView = {
  ...link,
  definition,
  scorecard,
  submission: { state: 'submitted', reference: '7KQD-M3TX', submittedAt: '2024-12-06T07:40:00.000Z' },
  editable: false,
};
