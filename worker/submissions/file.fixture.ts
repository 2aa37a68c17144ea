import type { FormDefinition } from '../../forms/index.ts';
import { nothingEarlier } from '../scores/earlier-rounds.ts';
import type { CommuneFile, FrozenUnit, ResponseRow } from './file.ts';
import { formOf } from './two-versions.fixture.ts';
import { upgradeResponses } from './upgrade-response.ts';

const OPENED = '2024-01-01T00:00:00.000Z';
export const NOW = '2024-06-01T00:00:00.000Z';

export const version = (id: string, document: FormDefinition) => ({
  ...{ id, document, formId: 'form', number: 1, hash: id },
  ...{ createdAt: OPENED, publishedAt: OPENED },
});

export const unit = (unitId: string): FrozenUnit => ({
  ...{ roundId: 'round', unitId, communeId: 'commune', level: unitId === 'commune' ? 'commune' : 'village' },
  ...{ kindLabel: 'bản', name: unitId, code: null, attributes: {}, position: 0, addedAt: null },
});

export const response = (changes: Partial<ResponseRow> = {}): ResponseRow => ({
  ...{ roundId: 'round', unitId: 'village', communeId: 'commune', formVersionId: 'v1', answers: {}, raw: {} },
  ...{ revision: 1, savedAt: NOW, linkId: 'link' },
  ...changes,
});

interface Parts {
  version: CommuneFile['version'];
  older: CommuneFile['version'][];
  stored: ResponseRow[];
  round: Partial<CommuneFile['round']>;
  submission: Partial<CommuneFile['submission']>;
  steps: CommuneFile['steps'];
}

/** A commune of one village in an open round, as its own link opens it. */
export function communeFile(parts: Partial<Parts> = {}): CommuneFile {
  const current = parts.version ?? version('v1', formOf([{ name: 'a' }, { name: 'b' }]));
  const stored = parts.stored ?? [];
  const noDates = { periodFrom: null, periodTo: null, opensAt: null, deadlineDay: null, deadlineBound: null };
  return {
    link: {
      ...{ id: 'link', roundId: 'round', unitId: 'commune', communeId: 'commune', tokenHash: 'hash' },
      ...{ pinHash: null, pinFailures: 0, pinLockedUntil: null, createdBy: null, createdAt: OPENED },
      ...{ expiresAt: '2025-01-01T00:00:00.000Z', revokedAt: null, lastUsedAt: null },
    },
    round: {
      ...{ id: 'round', name: 'Kỳ 2024', kind: 'annual', formVersionId: current.id, ...noDates },
      ...{ previousRoundId: null, baselineRoundId: null, dueAt: null, lateSubmissions: 'refuse', closesAt: null },
      ...{ openedAt: OPENED, closedAt: null, archivedAt: null, purgedAt: null, openingProblem: null, revision: 1 },
      ...{ resultsVersion: 0, unitsHash: 'units', createdAt: OPENED },
      ...parts.round,
    },
    version: current,
    previousName: null,
    units: [unit('commune'), unit('village')],
    stored,
    responses: upgradeResponses(current, parts.older ?? [], stored),
    submission: {
      ...{ roundId: 'round', communeId: 'commune', inputsVersion: 1, revision: 1, submittedAt: null, late: false },
      ...{ returnedAt: null, verifiedAt: null, verifiedBy: null, assignedTo: null, extendedUntil: null },
      ...{ reference: null, reasons: {}, shownFindings: [], updatedAt: OPENED, purgedAt: null },
      ...parts.submission,
    },
    steps: parts.steps ?? [],
    comments: [],
    earlier: nothingEarlier,
  };
}
