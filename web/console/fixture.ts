import type { Scorecard } from '../../forms/index.ts';
import { definition, readyScorecard, scorecard } from '../fill/fixture.ts';
import type { CommuneView, PageView, ReadinessRow, ResultsView, RoundsView, ShownScorecard } from './view.ts';

/** Views of a made-up district's communes, for tests of the pages. */
export const page: PageView = {
  language: 'vi',
  nonce: 'bm9uY2U',
  user: { name: 'Lò Thị Hương', email: 'huong@example.vn' },
};

const province = { code: '12', name: 'Lai Châu' };

const unmasked = (card: Scorecard): ShownScorecard => ({
  ...card,
  criteria: card.criteria.map((criterion) => ({ ...criterion, masked: null })),
});

export const ready: ReadinessRow = {
  unitId: 'c1',
  name: 'Bản Bo',
  kindLabel: 'xã',
  code: '03424',
  state: 'submitted',
  scorecard: unmasked(readyScorecard),
};

export const notReady: ReadinessRow = {
  ...ready,
  unitId: 'c2',
  name: 'Khun Há',
  state: 'collecting',
  scorecard: unmasked(scorecard),
};

export const rounds: RoundsView = {
  ...page,
  province,
  settingsHref: null,
  logHref: null,
  staffHref: null,
  keysHref: null,
  rounds: [
    {
      id: 'r1',
      name: 'Năm 2024',
      formTitle: 'Xã không có ma túy',
      state: 'open',
      opensAt: null,
      openedAt: '2024-11-01T01:00:00.000Z',
      dueAt: null,
      closesAt: '2024-12-11T17:00:00.000Z',
      closedAt: null,
      purgedAt: null,
      communes: 13,
      submitted: 5,
    },
  ],
};

export const results: ResultsView = {
  ...page,
  province,
  round: { id: 'r1', name: 'Năm 2024', closesAt: '2024-12-11T17:00:00.000Z' },
  criteria: definition.criteria,
  targets: [
    {
      id: 'TD17a',
      title: { vi: 'Ít nhất 15% xã, thị trấn không có ma túy', en: 'At least 15% of communes without drugs' },
      clause: 'V.1.a',
      by: '2025-12-31',
      existing: 3,
      needed: 1,
      reached: 1,
      undetermined: 0,
      met: true,
      missing: [],
      about: 'recognition',
      ready: 2,
    },
  ],
  linksHref: '/console/12/rounds/r1/duong-dan',
  figures: { shown: 'masked', mayBeExact: false },
  rows: [ready, notReady, { ...notReady, unitId: 'tt', name: 'Tam Đường', kindLabel: 'thị trấn' }],
};

export const commune: CommuneView = {
  ...page,
  province,
  round: results.round,
  criteria: definition.criteria,
  row: notReady,
  figures: { shown: 'masked', mayBeExact: false },
  recognition: null,
  predecessors: { total: 0, recognised: 0 },
  reference: '7KQD-M3TX',
  submittedAt: '2024-12-06T07:40:00.000Z',
  flagLabels: [],
  scoredAt: '2024-12-06T07:41:00.000Z',
  formHash: 'ab12cd34',
};
