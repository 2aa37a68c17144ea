import type { submissions } from '../db/province/submissions.ts';
import { Problem, type ProblemError } from '../http/problem.ts';
import type { ProblemCode } from '../http/problems.ts';
import type { UnitRow } from '../units/store.ts';
import { type FrozenRow, firstFiles, frozenUnit, unitsHashOf } from './freeze.ts';
import type { Opening, OpeningState } from './open-round.ts';
import { roundState } from './state.ts';
import { decideAct } from './transitions.ts';

export interface AdditionState extends OpeningState {
  /** What the round has, in its order. */
  frozen: FrozenRow[];
  submissions: Pick<typeof submissions.$inferSelect, 'communeId' | 'submittedAt'>[];
}

/** What an addition writes: `units`, `submissions` and `scorecards` are only those that are new. */
export interface Addition extends Opening {
  /** Communes that were in the round and have more villages now: their scores are stale. */
  affected: string[];
}

interface Chosen {
  unit: UnitRow;
  communeId: string | null;
}

/** The units that are named, a commune with its villages, each once: commune by commune, the commune first. */
function chosenOf(unitIds: string[], standing: UnitRow[]): Map<string, Chosen> {
  const wanted = new Set(unitIds);
  const all = standing
    .filter(({ id, parentId }) => wanted.has(id) || (parentId !== null && wanted.has(parentId)))
    .map((unit): Chosen => ({ unit, communeId: unit.level === 'commune' ? unit.id : unit.parentId }));
  const byCommune = [...Map.groupBy(all, ({ communeId }) => communeId).values()];
  const inOrder = byCommune.flatMap((units) => units.sort((a, b) => a.unit.level.localeCompare(b.unit.level)));
  return new Map(inOrder.map((chosen) => [chosen.unit.id, chosen]));
}

const refuse = (code: ProblemCode, ids: string[]): Problem | null => {
  const errors: ProblemError[] = ids.map((detail) => ({ path: 'unitIds', code, detail }));
  return errors.length > 0 ? new Problem(code, errors) : null;
};

/**
 * Adds units that stand today to an open round, as copies that are frozen now: communes with their villages, or villages of a
 * commune that is there. They stand behind the others in the round's order, so that no list changes its pages.
 */
export async function addUnits(state: AdditionState, unitIds: string[], now: string): Promise<Addition | Problem> {
  const { round, version, frozen, unitsVersion } = state;
  if (!round || !version) return new Problem('round_unknown');
  const decision = decideAct(roundState(round, now), 'addUnits');
  if (decision instanceof Problem) return decision;

  const added = chosenOf(unitIds, state.units);
  const present = new Set(frozen.map(({ unitId }) => unitId));
  const homeless = ({ communeId }: Chosen) => communeId === null || !(present.has(communeId) || added.has(communeId));
  const refusal =
    refuse(
      'unit_unknown',
      unitIds.filter((id) => !added.has(id) && !present.has(id)),
    ) ??
    refuse(
      'unit_already_in_round',
      [...new Set([...unitIds, ...added.keys()])].filter((id) => present.has(id)),
    ) ??
    refuse(
      'commune_not_in_round',
      [...added.values()].filter(homeless).map(({ unit }) => unit.id),
    );
  if (refusal) return refusal;

  const affected = [...new Set([...added.values()].map(({ communeId }) => communeId!))].filter((id) => present.has(id));
  const submitted = new Set(
    state.submissions.filter(({ submittedAt }) => submittedAt !== null).map(({ communeId }) => communeId),
  );
  const returnFirst = refuse(
    'return_first',
    affected.filter((id) => submitted.has(id)),
  );
  if (returnFirst) return returnFirst;

  const behind = Math.max(...frozen.map(({ position }) => position)) + 1;
  const units = [...added.values()].map(({ unit, communeId }, i) => ({
    ...frozenUnit(round.id, unit, communeId!, behind + i),
    addedAt: now,
  }));
  const unitsHash = await unitsHashOf([...frozen, ...units]);
  return { unitsHash, unitsVersion, units, affected, ...(await firstFiles(round, version, units, unitsHash, now)) };
}
