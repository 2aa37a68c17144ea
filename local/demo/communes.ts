import type { DemoCommune } from './province.ts';
import type { Site } from './site.ts';

interface Unit {
  id: string;
  name: string;
  kindLabel: string;
  level: 'commune' | 'village';
  parentId: string | null;
}

/** A commune that exists already. */
export interface Standing {
  unit: Unit;
  villages: Unit[];
}

/** By the commune's key. */
export type Known = Map<string, Standing>;

/** A day on which the communes of the plans stood that the mergers of 2025 ended. */
const BEFORE_MERGERS = '2020-01-01';

/** Makes communes with their villages, and records what they came out of. */
export async function createCommunes(
  designer: Site,
  path: string,
  communes: DemoCommune[],
  known: Known,
): Promise<void> {
  if (communes.length === 0) return;
  for (const [validFrom, together] of Map.groupBy(communes, ({ origin }) => origin?.date ?? BEFORE_MERGERS)) {
    const { items } = await designer.api<{ items: Unit[] }>('POST', `${path}/units`, {
      validFrom,
      communes: together.map(({ kindLabel, name, code, attributes, villages }) => ({
        kindLabel,
        name,
        ...(code === undefined ? {} : { code }),
        attributes,
        villages: villages.map((village) => ({ ...village, attributes: { note: attributes.note } })),
      })),
    });
    const created = items.filter(({ level }) => level === 'commune');
    for (const [index, { key }] of together.entries()) {
      const unit = created[index]!;
      known.set(key, { unit, villages: items.filter(({ parentId }) => parentId === unit.id) });
    }
  }
  const edges = communes.flatMap(({ key, origin }) =>
    Object.entries(origin?.of ?? {}).map(([predecessor, extent]) => ({
      predecessorId: known.get(predecessor)!.unit.id,
      successorId: known.get(key)!.unit.id,
      extent,
      date: origin!.date,
      legalAct: origin!.legalAct,
    })),
  );
  if (edges.length > 0) await designer.api('POST', `${path}/units/lineage`, { items: edges });
}
