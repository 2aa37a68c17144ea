import type { Answers, CommuneInput } from '../../forms/index.ts';
import type { roundUnits } from '../db/province/rounds.ts';

type FrozenUnit = Pick<typeof roundUnits.$inferInsert, 'unitId' | 'level' | 'attributes' | 'name' | 'kindLabel'>;

/** A commune and its villages as frozen, in the round's order, with the answers that count. */
export interface CommuneState {
  units: FrozenUnit[];
  responses: { unitId: string; answers: Answers }[];
}

/** The engine's input. With `names` its explanations name villages; without, a village's own count never leaves the commune. */
export function communeInput({ units, responses }: CommuneState, names: 'with-names' | 'without-names'): CommuneInput {
  const answersOf = new Map(responses.map(({ unitId, answers }) => [unitId, answers]));
  const commune = units.find(({ level }) => level === 'commune');
  return {
    commune: (commune && answersOf.get(commune.unitId)) ?? {},
    attributes: commune?.attributes ?? {},
    villages: units
      .filter(({ level }) => level === 'village')
      .map(({ unitId, name, kindLabel }) => ({
        id: unitId,
        kind: kindLabel,
        ...(names === 'with-names' ? { name } : {}),
        answers: answersOf.get(unitId) ?? null,
      })),
  };
}
