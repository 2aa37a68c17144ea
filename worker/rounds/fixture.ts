import type { RoundRow } from './wire.ts';

/** A draft round of the year 2024 for the tests of decisions, with some of it otherwise. */
export const exampleRound = (parts: Partial<RoundRow> = {}): RoundRow => ({
  id: '01980000-0000-7000-8000-000000000001',
  name: 'Kỳ khảo sát năm 2024',
  kind: 'annual',
  formVersionId: '01980000-0000-7000-8000-000000000002',
  previousRoundId: null,
  baselineRoundId: null,
  periodFrom: null,
  periodTo: null,
  opensAt: null,
  deadlineDay: null,
  deadlineBound: null,
  dueAt: null,
  lateSubmissions: 'refuse',
  closesAt: null,
  openedAt: null,
  closedAt: null,
  archivedAt: null,
  purgedAt: null,
  openingProblem: null,
  unitsHash: null,
  revision: 1,
  resultsVersion: 0,
  createdAt: '2024-01-01T00:00:00.000Z',
  ...parts,
});
