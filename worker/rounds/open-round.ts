import type { scorecards } from '../db/province/scorecards.ts';
import type { submissions } from '../db/province/submissions.ts';
import type { FormVersionRow } from '../forms/wire.ts';
import { Problem } from '../http/problem.ts';
import type { UnitRow } from '../units/store.ts';
import { refuseForm } from './create-round.ts';
import { type FrozenRow, firstFiles, frozenUnit, unitsHashOf } from './freeze.ts';
import { roundState } from './state.ts';
import { decideAct } from './transitions.ts';
import type { RoundRow } from './wire.ts';

export interface Opening {
  unitsHash: string;
  /** Of the province's units when they were read: what is frozen is what stands at the moment of opening. */
  unitsVersion: number;
  units: FrozenRow[];
  submissions: (typeof submissions.$inferInsert)[];
  scorecards: (typeof scorecards.$inferInsert)[];
}

export interface OpeningState {
  round?: RoundRow;
  version?: FormVersionRow;
  units: UnitRow[];
  unitsVersion: number;
}

/** The frozen units in the order of a list: each commune followed by its villages. */
function freeze(roundId: string, all: UnitRow[]): FrozenRow[] {
  const villages = Map.groupBy(all, ({ parentId }) => parentId);
  return all
    .filter(({ level }) => level === 'commune')
    .flatMap((commune) =>
      [commune, ...(villages.get(commune.id) ?? [])].map((unit) => ({ unit, communeId: commune.id })),
    )
    .map(({ unit, communeId }, position) => frozenUnit(roundId, unit, communeId, position));
}

/** Opens a round: the units are frozen as they stand, and every commune gets its file. */
export async function openRound(
  { round, version, units: all, unitsVersion }: OpeningState,
  now: string,
): Promise<Opening | Problem> {
  if (!round || !version) return new Problem('round_unknown');
  const decision = decideAct(roundState(round, now), 'open');
  if (decision instanceof Problem) return decision;
  const refusal = refuseForm(version);
  if (refusal) return refusal;
  if (round.closesAt !== null && round.closesAt <= now) return new Problem('schedule_passed');

  const units = freeze(round.id, all);
  if (units.length === 0) return new Problem('no_units');
  const unitsHash = await unitsHashOf(units);
  return { unitsHash, unitsVersion, units, ...(await firstFiles(round, version, units, unitsHash, now)) };
}
