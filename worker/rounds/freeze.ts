import { hashOf } from '../db/hash.ts';
import type { roundUnits } from '../db/province/rounds.ts';
import type { scorecards } from '../db/province/scorecards.ts';
import type { submissions } from '../db/province/submissions.ts';
import type { FormVersionRow } from '../forms/wire.ts';
import { nothingEarlier } from '../scores/earlier-rounds.ts';
import { scoreRow } from '../scores/score-row.ts';
import type { UnitRow } from '../units/store.ts';

export type FrozenRow = typeof roundUnits.$inferInsert;

/** A unit as a round keeps it, at its place in the round's order. */
export const frozenUnit = (
  roundId: string,
  { id, level, kindLabel, name, code, attributes }: UnitRow,
  communeId: string,
  position: number,
): FrozenRow => ({ roundId, unitId: id, communeId, level, kindLabel, name, code, attributes, position });

/** A frozen unit as the hash sees it: everything about it that can decide a score, and what it was called. */
const hashed = ({ roundId: _, addedAt: __, ...unit }: FrozenRow) => unit;

/** SHA-256 over all frozen units of a round in its order, in hex. */
export const unitsHashOf = (units: FrozenRow[]): Promise<string> => hashOf(units.map(hashed));

/**
 * The file and the first scorecard of each commune among `units`: nothing is known yet, so that the readiness list is complete
 * from the first moment.
 */
export async function firstFiles(
  round: { id: string },
  version: Pick<FormVersionRow, 'document' | 'hash'>,
  units: FrozenRow[],
  unitsHash: string,
  now: string,
): Promise<{ submissions: (typeof submissions.$inferInsert)[]; scorecards: (typeof scorecards.$inferInsert)[] }> {
  const byCommune = Map.groupBy(units, ({ communeId }) => communeId);
  const communes = units.filter(({ level }) => level === 'commune');
  const common = { roundId: round.id, inputsVersion: 1 };
  return {
    submissions: communes.map(({ unitId }) => ({ ...common, communeId: unitId, reasons: {}, updatedAt: now })),
    scorecards: await Promise.all(
      communes.map(({ unitId }) =>
        scoreRow({
          roundId: round.id,
          communeId: unitId,
          version,
          unitsHash,
          units: byCommune.get(unitId) ?? [],
          responses: [],
          submission: { inputsVersion: 1, submittedAt: null },
          // Nothing is submitted yet, so nothing can be compared.
          earlier: nothingEarlier,
          now,
        }),
      ),
    ),
  };
}
