import { hashOf } from '../db/hash.ts';
import type { formVersions } from '../db/province/forms.ts';
import type { roundUnits } from '../db/province/rounds.ts';
import type { scorecards } from '../db/province/scorecards.ts';
import type { submissions } from '../db/province/submissions.ts';
import { Problem } from '../http/problem.ts';
import { nothingEarlier } from '../scores/earlier-rounds.ts';
import { scoreRow } from '../scores/score-row.ts';
import type { UnitRow } from '../units/store.ts';
import type { RoundRow } from './wire.ts';

export interface Opening {
  unitsHash: string;
  units: (typeof roundUnits.$inferInsert)[];
  submissions: (typeof submissions.$inferInsert)[];
  scorecards: (typeof scorecards.$inferInsert)[];
}

interface State {
  round?: RoundRow;
  version?: typeof formVersions.$inferSelect;
  units: UnitRow[];
}

/** A frozen unit as its hash sees it: everything about it that can decide a score, and what it was called. */
const hashed = ({ roundId: _, addedAt: __, ...unit }: typeof roundUnits.$inferInsert) => unit;

/** The frozen units in the order of a list: each commune followed by its villages. */
function freeze(roundId: string, all: State['units']): (typeof roundUnits.$inferInsert)[] {
  const villages = Map.groupBy(all, ({ parentId }) => parentId);
  return all
    .filter(({ level }) => level === 'commune')
    .flatMap((commune) =>
      [commune, ...(villages.get(commune.id) ?? [])].map((unit) => ({ unit, communeId: commune.id })),
    )
    .map(({ unit: { id, level, kindLabel, name, code, attributes }, communeId }, position) => ({
      roundId,
      unitId: id,
      communeId,
      level,
      kindLabel,
      name,
      code,
      attributes,
      position,
    }));
}

/**
 * Opens a round: the units are frozen as they stand, every commune gets its file and a first scorecard that says that nothing is
 * known yet, so that the readiness list is complete from the first moment.
 */
export async function openRound(state: State, now: string): Promise<Opening | Problem> {
  const { round, version } = state;
  if (!round || !version) return new Problem('round_unknown');
  if (round.openedAt !== null) return new Problem('round_already_opened');
  const frozen = freeze(round.id, state.units);
  const communes = frozen.filter(({ level }) => level === 'commune');
  if (communes.length === 0) return new Problem('no_units');

  const unitsHash = await hashOf(frozen.map(hashed));
  const submission = { roundId: round.id, inputsVersion: 1, reasons: {}, updatedAt: now };
  const byCommune = Map.groupBy(frozen, ({ communeId }) => communeId);
  return {
    unitsHash,
    units: frozen,
    submissions: communes.map(({ unitId }) => ({ ...submission, communeId: unitId })),
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
