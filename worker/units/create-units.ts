import type * as v from 'valibot';
import { localDay } from '../db/local-time.ts';
import { type Fault, isFault } from './faults.ts';
import { type Facts, newUnit, type UnitHistory } from './history.ts';
import { type Kind, kindNamed, nearestKind } from './kinds/kinds.ts';
import type { NewUnit, NewUnits } from './wire.ts';

type Described = v.InferOutput<typeof NewUnit>;
type Level = UnitHistory['level'];

/** A kind as the province writes it, or the fault that there is none such. */
export function kindLabelOf(kinds: Kind[], text: string, level: Level, path: string): string | Fault {
  const kind = kindNamed(kinds, text, level);
  if (kind) return kind.label;
  return { path, code: 'kind_unknown', values: { text, nearest: nearestKind(kinds, text, level) } };
}

/** What was sent about a new unit, as its first version has it. */
export function newFacts(
  kinds: Kind[],
  { kindLabel, name, code, attributes, contactEmail }: Described,
  { level, parentId, path }: { level: Level; parentId: string | null; path: string },
): Facts | Fault {
  const label = kindLabelOf(kinds, kindLabel, level, `${path}.kindLabel`);
  if (typeof label !== 'string') return label;
  return { kindLabel: label, name: name.normalize('NFC'), code, parentId, attributes, contactEmail };
}

/**
 * Communes and their villages, each village under its commune, from a day on: today unless another is said. Ids rise in the order
 * given, and so do lists.
 */
export function createUnits(
  command: v.InferOutput<typeof NewUnits>,
  kinds: Kind[],
  now: string,
): UnitHistory[] | Fault[] {
  const validFrom = command.validFrom ?? localDay(now);
  const created: UnitHistory[] = [];
  const faults: Fault[] = [];
  const create = (unit: Described, level: Level, parentId: string | null, path: string) => {
    const facts = newFacts(kinds, unit, { level, parentId, path });
    if (isFault(facts)) {
      faults.push(facts);
      return null;
    }
    const history = newUnit(level, facts, validFrom, { legalAct: null, now });
    created.push(history);
    return history.id;
  };
  for (const [at, { villages, ...commune }] of command.communes.entries()) {
    const id = create(commune, 'commune', null, `communes.${at}`);
    for (const [index, village] of villages.entries())
      create(village, 'village', id, `communes.${at}.villages.${index}`);
  }
  return faults.length > 0 ? faults : created;
}
