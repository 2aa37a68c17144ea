import type { Site } from './site.ts';

interface Row {
  unit: { id: string };
  criteria: { masked: { numerator: string | null } | null }[];
}

/** The page of the first commune of a round that has a count of 1 to 4, or of its first one. */
export async function pageWithSmallCount(reader: Site, code: string, roundId: string): Promise<string> {
  const { items } = await reader.api<{ items: Row[] }>('GET', `/provinces/${code}/rounds/${roundId}/readiness`);
  const small = items.find(({ criteria }) => criteria.some(({ masked }) => masked?.numerator === '<5'));
  return `/console/${code}/rounds/${roundId}/communes/${(small ?? items[0])!.unit.id}`;
}
