import type * as v from 'valibot';
import { localDay } from '../db/local-time.ts';
import { newFacts } from './create-units.ts';
import { type Fault, isFault } from './faults.ts';
import { newUnit, type UnitHistory } from './history.ts';
import type { Kind } from './kinds/kinds.ts';
import { placementFault } from './placement.ts';
import type { MoreVillages } from './wire.ts';

/** Villages that a commune gets, from a day on which it stands. */
export function addVillages(
  { parent, kinds }: { parent: UnitHistory; kinds: Kind[] },
  { validFrom: from, legalAct, villages }: v.InferOutput<typeof MoreVillages>,
  now: string,
): UnitHistory[] | Fault[] {
  const validFrom = from ?? localDay(now);
  const fault = placementFault('village', { parentId: parent.id, validFrom, validTo: null }, parent);
  if (fault) return [{ path: 'validFrom', code: fault }];
  const facts = villages.map((village, at) =>
    newFacts(kinds, village, { level: 'village', parentId: parent.id, path: `villages.${at}` }),
  );
  const faults = facts.filter(isFault);
  if (faults.length > 0) return faults;
  return facts.flatMap((each) => (isFault(each) ? [] : [newUnit('village', each, validFrom, { legalAct, now })]));
}
