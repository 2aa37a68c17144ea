/** A finished answer of the readiness list, as bytes, with the versions of what it shows. */
export interface CachedList {
  resultsVersion: number;
  /** Of the province's settings, which say what integrators are not given. */
  settingsRevision: number;
  etag: string;
  contentType: string;
  body: Uint8Array;
}

/** Lists that one isolate keeps: a province asks for few different ones, and a list of 170 communes is some 300 KB. */
const KEPT = 24;
const lists = new Map<string, CachedList>();

/**
 * The list that was last made for a key: `province/round/figures/caller/format/page`. It is never trusted by age: every request reads
 * the round's `results_version` and the settings' revision, in the same round trip as its key's verification, and the rows only when
 * one of them is another.
 */
export function cachedList(key: string): CachedList | undefined {
  return lists.get(key);
}

export function keepList(key: string, list: CachedList): void {
  lists.delete(key);
  const oldest = lists.keys().next();
  if (lists.size >= KEPT && !oldest.done) lists.delete(oldest.value);
  lists.set(key, list);
}
