import { type FormDefinition, isBlank, readInput, type Value } from '../../forms/index.ts';
import type { formVersions } from '../db/province/forms.ts';
import { nothingEarlier } from '../scores/earlier-rounds.ts';
import type { TypedFields } from '../submissions/decide-save.ts';
import type { CommuneFile, FrozenUnit, ResponseRow } from '../submissions/file.ts';
import type { TypedState } from './typed-state.ts';

const ROUND = 'xem-thu';
const COMMUNE = 'xa';

/** The commune and the villages that a form is tried out on, in the order of the preview's state. */
const UNITS = [
  { unitId: COMMUNE, level: 'commune', kindLabel: 'xã', name: 'Ví dụ' },
  { unitId: 'thon-1', level: 'village', kindLabel: 'thôn', name: 'Thôn 1' },
  { unitId: 'thon-2', level: 'village', kindLabel: 'thôn', name: 'Thôn 2' },
] as const;

/** The plainest commune there is: on no key route, nothing else known of it. */
const attributesOf = ({ attributes }: FormDefinition): Record<string, Value> =>
  Object.fromEntries(attributes.map(({ name, type }) => [name, type === 'yes_no' ? 'no' : type === 'number' ? 0 : '']));

export const placeOf = (unitId: string): number => UNITS.findIndex((unit) => unit.unitId === unitId);

/** The names of a level's questions, in the order in which the state has their answers. */
export const namesOf = ({ sections }: FormDefinition, level: FrozenUnit['level']): string[] =>
  sections.filter((section) => section.level === level).flatMap(({ questions }) => questions.map(({ name }) => name));

/**
 * A commune's file as a link would open it, over invented units and what was typed so far. It exists for one request: nothing of it
 * comes out of a database or goes into one.
 */
export function previewFile(
  version: typeof formVersions.$inferSelect,
  state: TypedState,
  { now, roundName }: { now: string; roundName: string },
): CommuneFile {
  const { document } = version;
  const identity = { roundId: ROUND, communeId: COMMUNE };
  const units = UNITS.map((unit, position): FrozenUnit => {
    const attributes = attributesOf(document);
    return { ...identity, ...unit, code: null, attributes, position, addedAt: null };
  });
  const responses = units.flatMap(({ unitId, level }, index): ResponseRow[] => {
    const typed = state[index];
    if (!typed) return [];
    const fields: TypedFields = Object.fromEntries(namesOf(document, level).map((name, at) => [name, typed[at] ?? '']));
    const read = readInput(document, level, fields);
    const answers = Object.fromEntries(Object.entries(read.answers).filter(([, value]) => !isBlank(value)));
    const row = { ...identity, unitId, formVersionId: version.id, answers, raw: read.raw };
    return [{ ...row, revision: 1, savedAt: now, linkId: ROUND }];
  });
  const noDates = { periodFrom: null, periodTo: null, opensAt: null, deadlineDay: null, deadlineBound: null };
  return {
    link: {
      ...{ id: ROUND, ...identity, unitId: COMMUNE, tokenHash: '', pinHash: null, pinFailures: 0 },
      ...{ pinLockedUntil: null, createdBy: null, createdAt: now, expiresAt: now, revokedAt: null, lastUsedAt: null },
    },
    round: {
      ...{ id: ROUND, name: roundName, kind: 'annual', formVersionId: version.id, ...noDates },
      ...{ previousRoundId: null, baselineRoundId: null, dueAt: null, lateSubmissions: 'refuse', closesAt: null },
      ...{ openedAt: now, closedAt: null, archivedAt: null, purgedAt: null, openingProblem: null, revision: 1 },
      ...{ resultsVersion: 0, unitsHash: null, createdAt: now },
    },
    version,
    previousName: null,
    ...{ units, responses, stored: responses },
    submission: {
      ...{ ...identity, inputsVersion: 1, revision: 1, submittedAt: null, late: false, returnedAt: null },
      ...{
        verifiedAt: null,
        verifiedBy: null,
        assignedTo: null,
        extendedUntil: null,
        reference: null,
        reasons: {},
        shownFindings: [],
      },
      updatedAt: now,
      purgedAt: null,
    },
    steps: [],
    comments: [],
    earlier: nothingEarlier,
  };
}
